/**
 * The texts of a page with the contrast between their color and the ground behind them, from 1 to
 * 21; of fields that readers fill in, the border, too; of charts, the lines and the signs. `home`
 * is the class of the nearest element of ours, empty for the texts of others. Translucent grounds
 * and groups are composed as the browser composes them.
 */
() => {
  const CLEAR = [0, 0, 0, 0];

  /** Red, green, blue and alpha from 0 to 1. Chromium writes a color of CSS in one of two ways. */
  function read(color) {
    const [, form, text] = /^(rgba?|color)\((?:srgb )?([^a-z]+)\)$/.exec(color);
    const [red, green, blue, alpha = 1] = text.split(/[\s,/]+/).map(Number);
    const most = form === "color" ? 1 : 255;
    return [red / most, green / most, blue / most, alpha];
  }

  /** One color before another. */
  function over([...front], [...back]) {
    const alpha = front[3] + back[3] * (1 - front[3]);
    const mix = (index) =>
      (front[index] * front[3] + back[index] * back[3] * (1 - front[3])) / (alpha || 1);
    return [mix(0), mix(1), mix(2), alpha];
  }

  function luminance(color) {
    const [red, green, blue] = color.slice(0, 3)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function contrast(one, other) {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  }

  /** What a page has where nothing is painted. Asked once: each change of a page costs time. */
  const CANVAS = (() => {
    const probe = document.createElement("i");
    probe.style.color = "canvas";
    document.documentElement.append(probe);
    const color = read(getComputedStyle(probe).color);
    probe.remove();
    return color;
  })();

  /** The contrast of a color before what an element and those around it paint. */
  function measure(element, color, paint = CLEAR) {
    let [front, back] = [over(color, paint), paint];
    for (let part = element; part; part = part.parentElement) {
      const style = getComputedStyle(part);
      const ground = read(style.backgroundColor);
      [front, back] = [front, back].map((layer) => {
        const [red, green, blue, alpha] = over(layer, ground);
        return [red, green, blue, alpha * style.opacity];
      });
    }
    return contrast(over(front, CANVAS), over(back, CANVAS));
  }

  /** Text of a picture: before the last shape that is filled, or before its own outline. */
  function measureDrawn(element, style) {
    const all = [...element.parentElement.children];
    const below = all.slice(0, all.indexOf(element)).reverse();
    const shapes = below.filter(({ localName }) => localName !== "text");
    const fills = shapes.map((shape) => getComputedStyle(shape).fill);
    const isOutlined = style.paintOrder.startsWith("stroke") && style.stroke !== "none";
    const paint = isOutlined ? style.stroke : fills.find((fill) => fill !== "none");
    return measure(element, read(style.fill), paint ? read(paint) : CLEAR);
  }

  function entry(element, text) {
    const style = getComputedStyle(element);
    const isDrawn = element instanceof SVGElement;
    const ratio = isDrawn ? measureDrawn(element, style) : measure(element, read(style.color));
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    const tag = element.closest("a, code, pre")?.localName ?? "";
    const home = element.closest("[class^='guide-']")?.getAttribute("class") ?? "";
    return { text: text.trim().slice(0, 40), ratio, isLarge, tag, home };
  }

  function isVisible(element) {
    return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  }

  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement: element } = walker.currentNode;
    const isShown = data.trim() && isVisible(element) && !element.closest("title, desc, select");
    if (isShown) found.push(entry(element, data));
  }
  const FIELDS = "select, textarea, input:is([type=text], [type=number])";
  for (const field of [...document.querySelectorAll(FIELDS)].filter(isVisible)) {
    const border = read(getComputedStyle(field).borderTopColor);
    const ratio = measure(field.parentElement, border);
    const text = entry(field, field.value || field.localName);
    found.push(text, { ...text, text: "border", ratio, isLarge: true });
  }
  const DRAWN = ".guide-plot :is([data-series], .guide-plot-axis, .guide-plot-limit)";
  for (const shape of [...document.querySelectorAll(DRAWN)].filter(isVisible)) {
    const { stroke, fill } = getComputedStyle(shape);
    const home = shape.getAttribute("class");
    const color = read(home === "guide-plot-marker" ? fill : stroke);
    const text = `series ${shape.dataset.series ?? "none"}`;
    found.push({ text, ratio: measure(shape.ownerSVGElement, color), isLarge: true, tag: "", home });
  }
  return found;
}
