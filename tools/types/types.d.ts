// What our scripts exchange; assets.py lists the events. Only the checker reads this file.

/** The functions that tools.js gives, and the words of the script that asks. */
interface Tools {
  words: Record<string, string>;
  /** Dispatch an event; whoever hears it may add to the detail, which is returned. */
  send<Name extends keyof Events>(name: Name, detail?: Events[Name]): Events[Name];
  /** What a selector finds, as a list. */
  all<Kind extends HTMLElement = HTMLElement>(selector: string, home?: ParentNode): Kind[];
  /** A sentence with values for its `%(name)s`. */
  fill(text: string, values: Record<string, any>): string;
  make<Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag, className?: string, ...content: (Node | string)[]): HTMLElementTagNameMap[Tag];
  button(text: string, className: string, act: () => void): HTMLButtonElement;
  /** What arithmetic gives with numbers for its names; NaN if that is no number. */
  evaluate(arithmetic: Arithmetic, values: Record<string, number>): number;
  /** A number without the last digits, which are noise; whole numbers keep all of theirs. */
  snapped(number: number): number;
  /** A number with a sensible number of digits. */
  numeral(number: number, how?: { step?: number; money?: boolean; digits?: number }): string;
}

/** A number in base units, a name, or a sign and its parts. */
type Arithmetic = number | string | [string, ...Arithmetic[]];

/** What the page says about a calculation. */
interface CalculationData {
  id: string;
  predict: string;
  digits: number;
  lines: Line[];
}

/** What a chart shows of a calculation: its lines, while one goes from `low` to `high`. */
interface PlotData {
  calculation: string;
  over: string;
  low: number;
  high: number;
  lines: { name: string; factor: number; unit: string }[];
}

/** A line; `factor` base units are one `unit`, in which its number is shown. */
interface Line {
  name: string;
  words: string;
  unit: string;
  factor: number;
  number: number;
  arithmetic: Arithmetic;
  step: number;
  money: boolean;
  input: boolean;
}

/** What was given to a question, by the edition of it that `digest` names. */
interface Entry {
  digest?: string;
  attempt: number;
  given?: Given;
  right?: boolean;
  sure?: boolean;
  ticks?: string[];
  /** The step of the review in which it is; 0 or nothing is none. */
  step?: number;
  /** To be looked at again before it is handed in. */
  flag?: boolean;
}

/** An attempt at a quiz: when it began (0: not yet) and was handed in, in milliseconds since 1970,
 * its limit in minutes, how many of its questions had been answered before, and what it asked. */
interface Sitting {
  quiz: string;
  started: number;
  ended?: number;
  limit?: number;
  form?: string;
  known: number;
  asked: string[];
  answers: Record<string, Entry | undefined>;
}

/** A string, or strings: each type of questions reads its own. */
type Given = any;

/** What is kept, by id. */
interface Tables {
  answers: Record<string, Entry | undefined>;
  claims: Record<string, string | undefined>;
  done: Record<string, true | undefined>;
  guesses: Record<string, { guess: number; result: number } | undefined>;
  attempts: Record<string, Sitting | undefined>;
  plans: Record<string, any>;
  /** When each entry was last kept or forgotten, by `kind/id`, in milliseconds since 1970. */
  times: Record<string, number | undefined>;
}

interface State extends Tables {
  skill: string;
  version: number;
  note: string;
}

/** Whether an answer is right, and each part of it; or why nobody can say. */
interface Verdict {
  right?: boolean;
  parts?: boolean[];
  problem?: string;
}

/** A question of the page, as quiz.js makes it; the classes of other types extend that. */
interface AnyQuestion {
  verb: string;
  fields: string;
  field: HTMLElement;
  id: string;
  entry?: Entry;
  options: HTMLElement[];
  inputs: HTMLInputElement[];
  status: HTMLElement;
  sure: HTMLInputElement;
  sureLabel: HTMLElement;
  main: HTMLButtonElement;
  again: HTMLButtonElement;
  build(): void;
  prepare(): void;
  addButtons(): void;
  isAnswered(): boolean;
  given(): Given;
  put(given?: Given): void;
  judge(given: Given): Verdict;
  check(): void;
  keep(entry?: Entry): void;
  another(more?: number): Entry;
  follow(): void;
  next(): void;
  unanswered(): AnyQuestion | undefined;
  arrange(attempt?: number): void;
  focus(preventScroll?: boolean): void;
  display(): void;
  reveal(entry: Entry): void;
  unfold(isOpen?: boolean): void;
  mark(option: HTMLElement, isChosen: boolean): void;
  say(sign: string, text: string): void;
  show(entry?: Entry): void;
  update(): void;
  hold(): void;
}

/** An attempt of the page, as attempt.js makes it. */
interface AnyAttempt {
  place: HTMLElement;
  result: HTMLElement;
  data: ResultData;
  fields: HTMLElement[];
  state: State;
  members: AnyQuestion[];
  current?: Sitting & { id: string };
  own: string[];
  form: string;
  turn: number;
  isOpen: boolean;
  entry(id: string): Entry | undefined;
  known(asked: string[]): number;
  start(limit: number): void;
  change(values: Partial<Sitting>): void;
  handIn(): void;
}

type QuestionType = new (field: HTMLElement) => AnyQuestion;

/** Right answers among those that count. */
interface Count {
  right: number;
  count: number;
}

/** A share of right answers with its honest range, from 0 to 1. */
interface Score {
  share: number;
  low: number;
  high: number;
  effective: number;
}

/** What the page says about the questions of a result; `places` teach their answers. */
interface ResultData {
  quiz: string;
  minutes: number;
  forms: number[];
  levels: Titled[];
  places: Record<string, { title: string; href: string }>;
  parts: ResultPart[];
  questions: ResultQuestion[];
  pool: ResultQuestion[];
}

interface ResultPart extends Titled {
  weight: number;
  practise: { title: string; href: string }[];
}

/** A question says what it asks, and where, unless it stands on the page of its result. */
interface ResultQuestion {
  id: string;
  digest: string;
  part: string;
  level: string;
  place: string;
  stem?: string;
  address?: string;
  right?: boolean;
  sure?: boolean;
}

/** How many levels hold, how many more right answers the next one needs, what one more right answer
 * would make of it, and how far the score is from an earlier one. */
interface Held {
  levels: number;
  missing: number;
  more?: { part: number; share: number };
  change?: { gap: number; least: number; most: number };
}

/** A part with what was answered. */
type AnsweredPart = ResultPart & Count & { score: Score & Held; questions: ResultQuestion[] };

/** What the page says about the whole path, and about the questions that show a level: their id,
 * digest, sub-skill, level and quiz. */
interface PathData {
  skill: string;
  title: string;
  weekly: number;
  levels: Titled[];
  parts: (Titled & { weight: number })[];
  phases: (Titled & { level: string })[];
  units: PathUnit[];
  closing: { quiz: string; title: string; phase: string; href?: string }[];
  quizzes: { quiz: string; title: string; isAttempt: boolean }[];
  questions: [string, string, string, string, string][];
}

/** A unit with its hours, of which nobody saves those to `build` something. */
interface PathUnit extends PlannedUnit {
  title: string;
  total: number;
  build: number;
  builds: string[];
  href?: string;
}

/** What readers choose for a plan: hours a week, days as 2026-12-31, weekdays off (0 is Sunday). */
interface Choices {
  basis: string;
  hours: number;
  start: string;
  off: number[];
  breaks: { from: string; to: string }[];
  until: string;
  keep: string[];
}

/** Something to put on days. */
interface Load {
  id: string;
  phase: string;
  hours: number;
  isRead: boolean;
  isProven?: boolean;
  isLight?: boolean;
  title?: string;
  href?: string;
}

interface Schedule extends Choices {
  units: Load[];
  closing: { quiz: string; phase: string }[];
}

/** What the page says about a path: its hours stand in the units. */
interface PlanData {
  phases: Titled[];
  parts: Titled[];
  units: PlannedUnit[];
}

interface PlannedUnit {
  id: string;
  phase: string;
  hours: Record<string, number>;
}

interface Titled {
  id: string;
  title: string;
}

interface Events {
  tools: Tools;
  ask: void;
  keep: { kind: keyof Tables; values: Record<string, any> };
  state: State;
  replace: Tables | null;
  join: { mine: State; file: any; tables: Tables | null };
  need: { names: string[] };
  /** question.js adds its class, which is there when others hear of it. */
  types: { Question: QuestionType; types: Record<string, QuestionType> };
  questions: { questions: AnyQuestion[] };
  /** scores.js adds the result; one without answers has no share. */
  score: {
    parts: (Count & { weight: number })[]; levels?: Count[]; before?: Score; result?: any;
  };
  result: {
    data: ResultData; parts: AnsweredPart[]; total: Score & Held; attempts: Sitting[];
    home: HTMLElement;
  };
  /** A bar; the scale without a score. */
  bar: {
    title: string; score: Score | null; index: number; claim: number; svg?: SVGElement | Element;
  };
  quiz: { place: HTMLElement; members: AnyQuestion[]; state: State };
  attempts: { attempts: AnyAttempt[] };
  schedule: Schedule & {
    rows: (Load & { start: string; end: string })[];
    events: { kind: string; id: string; day: string }[];
    end: string; field: string; problem: string;
  };
  standing: {
    state: State; data: PathData; held: number; score: any;
    parts: (Titled & Count & { weight: number; held: number; score: any })[];
  };
  planned: {
    plan: Choices; found: Events["schedule"]; data: PathData; home: HTMLElement;
    status: HTMLElement; schedule: (hours: number) => Events["schedule"];
    keep: (ids: string[]) => void;
  };
  profile: {
    axes: string[]; levels: number; series: { name: string; values: number[] }[];
    svg?: SVGElement | Element;
  };
  write: {
    format: string; title: string; skill: string; head: string[]; now: number; text: string;
    entries: { id: string; from: string; to: string; text: string; href: string; hours: any }[];
  };
  history: { quiz: string; state: State; attempts: (Sitting & { id: string })[] };
  draw: {
    pool: { id: string; part: string; level: string; page: string }[]; size: number; seed: string;
    version: string; parts: { id: string; weight: number }[]; levels: string[]; ids: string[];
  };
  review: {
    entry?: Entry; step?: number; right?: boolean; sure?: boolean; at: number; next: number;
    due?: number;
    today: number;
  };
  computed: { id: string; at: (name: string, number: number) => Record<string, number> };
  answered: { id: string; right?: boolean; sure: boolean };
}

type Heard = { [Name in keyof Events as `skillguide:${Name}`]: CustomEvent<Events[Name]> };

interface DocumentEventMap extends Heard {}

/** Our selectors find elements of HTML, of the kind that the place expects. */
interface ParentNode {
  querySelector<Tag extends keyof HTMLElementTagNameMap>(
    selector: Tag): HTMLElementTagNameMap[Tag] | null;
  querySelector<Kind extends HTMLElement = HTMLElement>(selector: string): Kind | null;
  querySelectorAll<Kind extends HTMLElement = HTMLElement>(selector: string): NodeListOf<Kind>;
}

/** Users touch elements. */
interface UIEvent {
  readonly target: Element;
}
