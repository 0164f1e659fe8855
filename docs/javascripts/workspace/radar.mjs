/** The picture of the self-check for a slide: geometry only. Pure functions. */

const SVG = "http://www.w3.org/2000/svg";
export const STEPS = 4;

/** Return the corner of an axis at a value: axes start above and run clockwise; `radius` is that of the highest value. */
export function corner(number, count, value, radius) {
  const angle = (2 * Math.PI * number) / count - Math.PI / 2;
  const length = (radius * value) / STEPS;
  return [round(Math.cos(angle) * length), round(Math.sin(angle) * length)];
}

const round = (value) => Math.round(value * 100) / 100;

/** Return the outline of a set of values as a path; axes without value are left out. */
export function outline(values, radius) {
  const corners = values.flatMap((value, number) => (value === null ? [] : [corner(number, values.length, value, radius)]));
  return corners.length < 2 ? "" : `M${corners.map((point) => point.join(" ")).join("L")}Z`;
}

/** Draw the radar of rows `{ subject, low, high }` as an SVG element that stands for itself: with title and own colours. */
export function drawRadar(rows, title, { radius = 150, width = 640, height = 420 } = {}) {
  const $svg = make("svg", {
    viewBox: `${-width / 2} ${-height / 2} ${width} ${height}`,
    width,
    height,
    role: "img",
    "aria-label": title,
    xmlns: SVG,
    "font-family": "Arial, sans-serif",
    "font-size": 12,
  });
  $svg.append(make("rect", { x: -width / 2, y: -height / 2, width, height, fill: "#ffffff" }));
  for (let step = 1; step <= STEPS; step += 1)
    $svg.append(
      make("path", {
        d: outline(
          rows.map(() => step),
          radius,
        ),
        fill: "none",
        stroke: "#d8cfbc",
      }),
    );
  rows.forEach(({ subject }, number) => {
    const [x, y] = corner(number, rows.length, STEPS, radius);
    const [labelX, labelY] = corner(number, rows.length, STEPS + 0.35, radius);
    $svg.append(make("line", { x1: 0, y1: 0, x2: x, y2: y, stroke: "#d8cfbc" }));
    const $label = make("text", {
      x: labelX,
      y: labelY + 4,
      "text-anchor": Math.abs(labelX) < 20 ? "middle" : labelX > 0 ? "start" : "end",
      fill: "#1b2624",
    });
    $label.textContent = subject;
    $svg.append($label);
  });
  $svg.append(
    make("path", {
      d: outline(
        rows.map(({ high }) => high),
        radius,
      ),
      fill: "#10463f",
      "fill-opacity": 0.12,
      stroke: "#10463f",
      "stroke-dasharray": "5 4",
      "stroke-width": 2,
    }),
  );
  $svg.append(
    make("path", {
      d: outline(
        rows.map(({ low }) => low),
        radius,
      ),
      fill: "#10463f",
      "fill-opacity": 0.2,
      stroke: "#10463f",
      "stroke-width": 2,
    }),
  );
  return $svg;
}

function make(name, attributes) {
  const $element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) if (key !== "xmlns") $element.setAttribute(key, String(value));
  return $element;
}
