"""The search and the page for a wrong address, as a server shows them."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote, urljoin

import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup
from fragments import Links, leads_somewhere, pages
from playwright.sync_api import BrowserContext, Page
from serving import serve

ROOT = Path(__file__).parents[2]
SUB = "guide/sub-skills"
#: What readers look for, and the page that answers it.
QUERIES = {
    "RAG": f"{SUB}/data-pipeline-design/retrieval-pipelines",
    "downtime": f"{SUB}/performance-monitoring/slo-alerts",
    "SLO": f"{SUB}/performance-monitoring/slo-alerts",
    "error budget": f"{SUB}/performance-monitoring/slo-alerts",
    "point in time": f"{SUB}/data-pipeline-design/point-in-time-joins",
    "point-in-time join": f"{SUB}/data-pipeline-design/point-in-time-joins",
    "idempotent": f"{SUB}/data-pipeline-design/idempotent-runs",
    "kafka": f"{SUB}/data-pipeline-design/event-time",
    "canary": "guide/decisions/canary-release",
    "how would you deploy a canary": "guide/decisions/canary-release",
    "drift": f"{SUB}/performance-monitoring/drift-and-late-labels",
    "feature store": "guide/decisions/feature-store-design",
    "what is a feature store": "guide/decisions/feature-store-design",
    "batching": f"{SUB}/model-serving-infrastructure/batching-and-scaling",
    "p99": f"{SUB}/model-serving-infrastructure/tail-latency",
    "quantization": f"{SUB}/model-serving-infrastructure/model-compression",
    "LLM serving": f"{SUB}/model-serving-infrastructure/llm-serving",
    "GDPR": "guide/decisions/privacy-and-gdpr",
    "prompt injection": f"{SUB}/cost-security-optimization/agent-security",
    "cost per request": f"{SUB}/cost-security-optimization/unit-cost",
    "retraining": f"{SUB}/mlops-automation/retraining-triggers",
    "A/B test": f"{SUB}/mlops-automation/online-experiments",
    "interview": "guide/career/interview",
    "where do I start": "guide/learning-path/index",
    "roadmap": "guide/learning-path/index",
    "build vs buy": "guide/decisions/managed-or-own",
    "blue-green": "guide/decisions/canary-release",
    "RAG vs fine-tuning": "guide/decisions/prompt-retrieve-or-tune",
    "AI agent": "guide/decisions/workflow-or-agent",
    "multi-tenancy": "guide/systems/image-classification-platform",
    "3-D Secure": "guide/systems/fraud-detection",
    "DAG": f"{SUB}/data-pipeline-design/idempotent-runs",
    "lakehouse": f"{SUB}/data-pipeline-design/storage-and-ingestion",
    "data mesh": f"{SUB}/data-pipeline-design/data-contracts",
    "model registry": f"{SUB}/mlops-automation/reproducible-runs",
    "Terraform": f"{SUB}/mlops-automation/order-of-deployment",
    "model validation": f"{SUB}/mlops-automation/promotion-gates",
    "MCP": f"{SUB}/model-serving-infrastructure/ai-applications",
    "guardrails": f"{SUB}/model-serving-infrastructure/model-gateway",
    "cost per token": f"{SUB}/model-serving-infrastructure/llm-capacity",
    "GPU sharing": f"{SUB}/model-serving-infrastructure/gpu-platform",
    "KServe": f"{SUB}/model-serving-infrastructure/gpu-platform",
    "SLA": f"{SUB}/performance-monitoring/slo-alerts",
    "hallucination": f"{SUB}/performance-monitoring/llm-evaluation",
    "explainability": f"{SUB}/performance-monitoring/responsible-ai",
    "chargeback": f"{SUB}/cost-security-optimization/finops",
    "DPIA": f"{SUB}/cost-security-optimization/privacy",
    "AI Act": f"{SUB}/cost-security-optimization/governance",
    "white paper": "guide/learning-path/enterprise",
    "MLOps maturity": "guide/reference/changes",
    "Erlang C": "guide/reference/formulas",
    "HIPAA": "guide/roles-and-industries",
    "salary": "guide/career/index",
    "system design interview": "guide/career/interview",
    "resume": "guide/career/resume",
    "MLS-C01": "guide/career/certifications",
    "replicas three zones": "guide/reference/formulas",
    "how many replicas": "guide/reference/formulas",
    "sign model": f"{SUB}/cost-security-optimization/model-attacks",
    "cryptographic signature": f"{SUB}/cost-security-optimization/model-attacks",
    "cosign": f"{SUB}/cost-security-optimization/model-attacks",
    "cached LLM answer": f"{SUB}/model-serving-infrastructure/model-gateway",
    "LLM cache": f"{SUB}/model-serving-infrastructure/model-gateway",
    "99.9 downtime": f"{SUB}/performance-monitoring/slo-alerts",
    "burn-rate thresholds": f"{SUB}/performance-monitoring/slo-alerts",
    "SLO alert thresholds": f"{SUB}/performance-monitoring/slo-alerts",
    "canary duration": "guide/decisions/canary-release",
    "canary length": "guide/decisions/canary-release",
    "canary minimum traffic": "guide/decisions/canary-release",
    "class imbalance": f"{SUB}/data-pipeline-design/labels",
    "rare positives": f"{SUB}/data-pipeline-design/labels",
    "SMOTE": f"{SUB}/data-pipeline-design/labels",
    "PII logs": f"{SUB}/performance-monitoring/logs-and-traces",
    "chat log retention": f"{SUB}/performance-monitoring/logs-and-traces",
    "GPU quota": f"{SUB}/model-serving-infrastructure/gpu-platform",
    "GPU quota per team": f"{SUB}/model-serving-infrastructure/gpu-platform",
    "ResourceQuota": f"{SUB}/model-serving-infrastructure/gpu-platform",
    "dedicated cluster": "guide/systems/image-classification-platform",
    "multi-tenancy cost": "guide/systems/image-classification-platform",
    "AI Act credit scoring": f"{SUB}/cost-security-optimization/governance",
    "BNPL": f"{SUB}/cost-security-optimization/governance",
    "RAG metrics": f"{SUB}/performance-monitoring/llm-evaluation",
    "MCP security": f"{SUB}/cost-security-optimization/agent-security",
    "token passthrough": f"{SUB}/cost-security-optimization/agent-security",
    "delayed ground truth": f"{SUB}/performance-monitoring/drift-and-late-labels",
    "backfill features": f"{SUB}/data-pipeline-design/point-in-time-joins",
    "backfill": f"{SUB}/data-pipeline-design/point-in-time-joins",
    "PSD2 TRA": "guide/systems/fraud-detection",
}


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The served site."""
    with serve(site) as address:
        yield address


@pytest.fixture(scope="module")
def links(site: Path) -> dict[Path, Links]:
    """The links and ids of every page."""
    return pages(site)


@pytest.fixture
def page(new_context: Callable[..., BrowserContext]) -> Iterator[Page]:
    """A page of a new reader, which fails with its scripts."""
    context = new_context(viewport={"width": 360, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    assert errors == []


def search(page: Page, address: str, query: str) -> list[dict[str, str]]:
    """Search, and return the results with their excerpts."""
    page.goto(f"{address}search.html?q={quote(query)}")
    page.wait_for_function("document.querySelector('.search-summary')?.textContent")
    page.wait_for_load_state("networkidle")
    return page.locator("ul.search > li").evaluate_all(
        """items => items.map(item => ({
             kind: item.className, href: item.querySelector("a").getAttribute("href"),
             title: item.querySelector("a").textContent,
             text: item.querySelector(".context")?.textContent ?? ""}))"""
    )


@pytest.mark.parametrize("query", QUERIES)
def test_what_readers_look_for_is_among_the_first_three(page, address, query):
    first = [result["href"].partition("#")[0] for result in search(page, address, query)[:3]]

    assert f"{QUERIES[query]}.html" in first


@pytest.mark.parametrize("query", ["expert", "cost", "99.9%", "seldon", "unit"])
def test_every_result_leads_to_a_place_and_says_briefly_what_it_is(
    page, address, site, links, query
):
    results = search(page, address, query)

    assert results
    for result in results:
        assert leads_somewhere(site, site / "search.html", result["href"], links), result
        assert len(result["title"]) <= 120
        assert "\n" not in result["title"]


def test_excerpts_hold_no_reason_and_no_fact_about_the_page(page, address, site):
    """They are a part of what the page shows before anything is answered."""
    queries = ("seldon", "retraining", "slot")
    results = [result for query in queries for result in search(page, address, query)]
    excerpts = [(result["href"], result["text"].strip("… ")) for result in results]
    shown = {href: letters(article(site / href.partition("#")[0])) for href, text in excerpts}

    assert sum(bool(text) for _href, text in excerpts) > 20
    assert [text for href, text in excerpts if letters(text) not in shown[href]] == []
    assert [text for _href, text in excerpts if re.match(r"\d+ min · ", text)] == []
    assert [text for _href, text in excerpts if len(text) > 245] == []


def article(file: Path) -> str:
    """The text of a page without what is folded behind its questions, or said of its terms."""
    main = BeautifulSoup(file.read_text("utf-8"), "html.parser").select_one("[role=main]")
    apart = ".headerlink, script, .guide-facts, .guide-question details, [role=tooltip]"
    for element in main.select(apart):
        element.decompose()
    return main.get_text()


def letters(text: str) -> str:
    """Letters and digits alone."""
    return re.sub(r"\W", "", text)


def test_results_are_accessible_and_the_page_has_one_heading(page, address):
    search(page, address, "canary")

    assert violations(page) == []
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 360

    page.locator("ul.search a").first.click()
    page.locator(".highlighted").first.wait_for()

    assert violations(page) == []


def violations(page: Page) -> list[str]:
    """What axe-core finds with every rule on."""
    results = Axe().run(page).response
    return [f"{rule['id']}: {node['html']}" for rule in results["violations"]
            for node in rule["nodes"]]  # fmt: skip


def test_results_are_listed_from_files_too(page, site):
    """Excerpts cannot be read there; nothing fails for that."""
    messages: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    results = search(page, f"{site.as_uri()}/", "canary")

    assert len(results) > 10
    assert {result["text"] for result in results} == {""}
    assert messages == []


GUIDE = """
import sys
sys.path.insert(0, {ext!r})
project = "Guide"
extensions = ["myst_parser", "skillguide"]
primary_domain = "guide"
myst_enable_extensions = ["colon_fence", "tasklist"]
"""
PAGE = """
# Page

```{glossary}
Poolish
Sponge
  A wet dough that ferments overnight.
```

:::{question} rye
Is 1 < 2 & "rye" sour?

- [x] Very
  > Because of its acid.
- [ ] Hardly

  > Taste again.

:::

(crust)=

## Crust

%s Ears & crackle.
"""


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A served guide with Sphinx's own theme and order of results."""
    folder = tmp_path_factory.mktemp("guide")
    (folder / "conf.py").write_text(GUIDE.format(ext=str(ROOT / "_ext")), encoding="utf-8")
    (folder / "index.md").write_text(PAGE % ("Golden and thin. " * 30), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "sphinx", "-q", folder, folder / "out"], check=True)
    with serve(folder / "out") as address:
        yield address


def excerpt(page: Page, guide: str, query: str, href: str) -> str:
    """The excerpt of the result that leads to a place."""
    results = search(page, guide, query)
    return next(result["text"] for result in results if result["href"] == f"index.html{href}")


def test_titles_of_items_keep_their_signs(page, guide):
    titles = {result["href"]: result["title"] for result in search(page, guide, "rye")}

    assert titles["index.html#question-rye"] == "Is 1 < 2 & “rye” sour?"


def test_an_excerpt_holds_no_reason(page, guide):
    text = excerpt(page, guide, "rye", "")

    assert text.startswith("Poolish Sponge A wet dough that ferments overnight. Is 1 < 2 &")
    assert "sour? Very Hardly Crust Golden" in text


def test_the_excerpt_of_a_term_is_its_definition(page, guide):
    text = excerpt(page, guide, "poolish", "#term-Poolish")

    assert text == "A wet dough that ferments overnight."


def test_an_excerpt_begins_and_ends_with_a_word(page, guide):
    start = excerpt(page, guide, "crust", "#crust")
    end = excerpt(page, guide, "ears", "")

    assert re.fullmatch(r"Golden .* (Golden|and|thin\.) …", start)
    assert re.fullmatch(r"… (Golden|and|thin\.) .* Ears & crackle\.", end)


SMALL = """
import sys
sys.path.insert(0, {ext!r})
project = "Small"
extensions = ["myst_parser", "thissite"]
templates_path = [{templates!r}]
html_theme = "furo"
html_additional_pages = {{"404": "404.html"}}
html_baseurl = "https://example.org{top}"
"""


@pytest.fixture
def small(tmp_path: Path) -> Callable[[str], Path]:
    """Build a site of one page that lives at a path of its host."""

    def small(top: str) -> Path:
        paths = {"ext": str(ROOT / "_ext"), "templates": str(ROOT / "_templates")}
        (tmp_path / "conf.py").write_text(SMALL.format(**paths, top=top), encoding="utf-8")
        (tmp_path / "index.md").write_text("# Page\n", encoding="utf-8")
        out = tmp_path / "out"
        subprocess.run([sys.executable, "-m", "sphinx", "-q", tmp_path, out], check=True)
        return out

    return small


@pytest.mark.parametrize("top", ["/", "/en/latest/", "/en/latest"])
def test_the_page_for_a_wrong_address_works_at_any_depth(small, page, top):
    answers: dict[str, int] = {}
    page.on("response", lambda answer: answers.update({answer.url: answer.status}))
    with serve(small(top), top.rstrip("/") + "/") as address:
        wrong = f"{address}a/b/missing.html"
        page.goto(wrong, wait_until="networkidle")

        assert {url: code for url, code in answers.items() if code != 200} == {wrong: 404}
        assert any("furo.css" in url for url in answers)
        page.locator("article a", has_text="front page").click()
        page.wait_for_load_state("networkidle")  # its scripts come from the server, too

        assert page.url == f"{address}index.html"


def test_the_page_for_a_wrong_address_offers_five_ways_on(page, address):
    search(page, address, "canary")  # whose words are marked on the next page
    page.goto(f"{address}a/b/missing.html", wait_until="networkidle")
    links = page.locator("article li a").evaluate_all("links => links.map(link => link.href)")

    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)

        assert violations(page) == []
    assert page.get_by_text("Hide Search Matches").count() == 0
    assert page.locator("article li").count() == 5
    for link in links:
        assert page.request.get(urljoin(address, link)).ok, link
