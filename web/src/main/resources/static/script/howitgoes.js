// Draws the check-ins over time with the sessions marked. The numbers stand in the table, for everyone.

import uPlot from 'uplot';

const place = document.getElementById('chart');
const data = place ? JSON.parse(place.dataset.chart) : null;
let chart = null;

function token(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

const MEASURES = [
  { name: 'Pain', key: 'pain', token: '--pain', width: 3, dash: [] },
  { name: 'Stress', key: 'stress', token: '--told', width: 2, dash: [8, 4] },
  { name: 'Tension', key: 'tension', token: '--found', width: 2, dash: [2, 4] },
  { name: 'Anxiety', key: 'anxiety', token: '--traced', width: 2, dash: [12, 4, 2, 4] },
];

const sessions = {
  hooks: {
    draw: (plot) => {
      const { ctx, bbox } = plot;
      ctx.save();
      ctx.strokeStyle = token('--accent');
      ctx.lineWidth = 2 * devicePixelRatio;
      for (const at of data.sessions) {
        const x = Math.round(plot.valToPos(at, 'x', true));
        if (x >= bbox.left && x <= bbox.left + bbox.width) {
          ctx.beginPath();
          ctx.moveTo(x, bbox.top);
          ctx.lineTo(x, bbox.top + bbox.height);
          ctx.stroke();
        }
      }
      ctx.restore();
    },
  },
};

function span() {
  const times = [...data.times, ...data.sessions];
  const least = Math.min(...times);
  const most = Math.max(...times);
  const room = Math.max((most - least) * 0.03, 86400);
  return [least - room, most + room];
}

function draw() {
  chart?.destroy();
  const axis = { stroke: token('--quiet'), grid: { stroke: token('--line'), width: 1 }, ticks: { stroke: token('--line'), width: 1 }, font: '14px "Source Sans 3", sans-serif' };
  chart = new uPlot({
    width: place.clientWidth,
    height: Math.min(420, Math.max(280, place.clientWidth * 0.45)),
    plugins: [sessions],
    cursor: { drag: { x: false, y: false } },
    scales: { x: { range: span }, y: { range: [0, 10] } },
    axes: [axis, { ...axis, size: 40, splits: () => [0, 2, 4, 6, 8, 10] }],
    series: [
      { value: (_, at) => (at === null ? '' : new Date(at * 1000).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })), label: 'Day' },
      ...MEASURES.map((measure) => ({
        label: measure.name,
        stroke: token(measure.token),
        width: measure.width,
        dash: measure.dash,
        points: { show: true, size: measure.width * 2 + 2 },
      })),
    ],
  }, [data.times, ...MEASURES.map((measure) => data[measure.key])], place);
}

if (place) {
  draw();
  document.addEventListener('themechange', draw);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  let width = place.clientWidth;
  new ResizeObserver(() => {
    if (place.clientWidth !== width) {
      width = place.clientWidth;
      draw();
    }
  }).observe(place);
}
