// What the pages' scripts pass between each other, named once.

type Anatomy = import('../resources/static/script/body/anatomy.js').Anatomy;
type LayerState = import('../resources/static/script/body/layers.js').LayerState;
type SpBody = import('../resources/static/script/body/sp-body.js').SpBody;

/** A place or direction, or a cell of a grid: x, y, z in metres; x forward, y up, z to the person's right. */
type Vector = number[];

/** A segment of the body as the server writes it (BodyGeometry.java), metres. */
interface Body {
  id: string;
  name: string;
  side: string;
  proximal: Vector;
  distal: Vector;
  centre: Vector;
  radius: number;
  grade: string;
}

interface SentLine {
  /** Force in newton. */
  force: number;
  /** Length of the fibres, metres. */
  fibre: number;
  /** For each point the place of its body in the list of bodies. */
  body: number[];
  /** x, y, z of each point in turn. */
  path: number[];
}

/** A muscle's line with its points as triples. */
interface Line extends SentLine {
  points: Vector[];
}

interface SentMuscle {
  id: string;
  name: string;
  latin: string;
  group: string;
  side: string;
  region: string;
  lines: SentLine[];
}

interface Muscle extends SentMuscle {
  lines: Line[];
  /** What people call it, with its side. */
  label: string;
}

interface SentRegion {
  code: string;
  view: string;
  name: string;
  side: string;
  at: Vector;
}

interface Region extends SentRegion {
  label: string;
}

/** The tables of the anatomy as the server writes them, places in `bodies` from 0. */
interface Tables {
  bodies: Body[];
  joints: { id: string; name: string; parent: number; child: number; at: Vector }[];
  muscles: SentMuscle[];
  regions: SentRegion[];
  sources: { id: string; citation: string; licence: string }[];
}

/** How a name and its side are said together. */
type Naming = (what: { name: string; side: string }) => string;

type LayerName = 'told' | 'pain' | 'found' | 'traced' | 'held' | 'released' | 'guarded';
type Pattern = 'hatch' | 'solid' | 'dots' | 'outline' | 'cross' | 'rings' | 'bars';

interface Layer {
  name: LayerName;
  /** The style sheet's name of the colour. */
  token: string;
  pattern: Pattern;
}

/** One place on a layer; `value` is 0 to 1, and 1 where it is left out. */
interface LayerEntry {
  region?: string;
  muscle?: string;
  value?: number;
  label?: string;
}

type View = 'front' | 'back' | 'left' | 'right';

/** What lies under a finger. */
interface Found {
  region: string;
  /** The outermost of `muscles`. */
  muscle: string | null;
  /** From the surface inwards, at most four. */
  muscles: string[];
  point: Vector;
  /** Picked by the keyboard. */
  keys?: boolean;
}

/** Where a region is seen now, client coordinates. */
interface Place {
  code: string;
  x: number;
  y: number;
}

/** What a page is told of a pick. */
interface Picked extends Found {
  label: string;
}

/** A step of a route: along that muscle's line, past the centre of that joint, body or region, or by points as they are. */
interface Step {
  muscle?: string;
  joint?: string;
  body?: string;
  region?: string;
  points?: Vector[];
}

/** `share` 0 to 1 of the load sets the width; 1 where it is left out. */
interface Route {
  steps: Step[];
  share?: number;
}

/** A way to draw the body inside its frame: solid or flat. */
interface Picture {
  display: 'body' | 'flat';
  go(view: View, glide: boolean): void;
  zoomBy(factor: number, at?: { x: number; y: number }): void;
  /** Shows all of the body again. */
  whole(): void;
  /** Comes as near as shows all of these regions and muscles. */
  fit(ids: Iterable<string>): void;
  /** Where the viewer stands, and standing there; of the body in 3D alone. */
  readonly where?: import('../resources/static/script/body/orbit.js').Stand;
  stands?(where: import('../resources/static/script/body/orbit.js').Stand): void;
  /** The regions that are seen. */
  places(): Place[];
  /** The keyboard is at a place now. */
  stand?(code: string): void;
  refresh(): void;
  /** 0: the body's own colours; 1: the muscles in the colours of strain. */
  strain(share: number): void;
  mode(mode: 'look' | 'mark'): void;
  routes(routes: Route[]): void;
  theme(): void;
  resize(width: number, height: number): void;
  /** Client coordinates of a place where a region is seen; null where it is turned away. */
  pointOf(region: string): { x: number; y: number } | null;
  dispose(): void;
}

/** One view of the flat map, in centimetres, y down: path data of the outline, of each region and of each muscle. */
interface Outline {
  box: number[];
  outline: string;
  regions: { code: string; path: string }[];
  muscles: string[];
}

interface Outlines {
  front: Outline;
  back: Outline;
}

/** A surface as plain arrays: three numbers for a position or normal, three corners for a face. */
interface Surface {
  positions: number[];
  normals: number[];
  indices: number[];
}

/** A mesh ready to draw, with numbers of its own for each vertex. */
interface PackedMesh<Channel extends string = string> {
  positions: Float32Array;
  normals: Float32Array;
  indices: Uint32Array;
  channels: Record<Channel, Float32Array>;
}

/** All that the 3D picture draws; `runs` is the middle of each line of each muscle. */
interface PackedBody {
  bones: PackedMesh;
  muscles: PackedMesh;
  skin: PackedMesh;
  runs: Vector[][][];
}

/** A shape by its signed distance (metres, negative inside) and the box it lies in. */
interface Shape {
  low: Vector;
  high: Vector;
  distance(point: Vector): number;
}

/** A shape that is melted into a solid, or by which the solid is hollowed; `melt` is the width of the joint, metres. */
interface Piece {
  shape?: Shape;
  carve?: Shape;
  melt?: number;
}

/** What a page lists: by its id, and by what people call it. */
interface Listed {
  id: string;
  label: string;
}

/** A muscle, or a joint. */
interface What {
  kind: 'muscle' | 'joint';
  id: string;
}

type Axis = 'sideways' | 'turning' | 'bending';

/** How one place answers: the change of a muscle's tension as a share of its maximal force, or how far a joint turns, rad. */
interface Answering extends Listed {
  value: number;
  axis?: Axis;
}

/** What a body does that holds contractions (HoldController.java). */
interface ExactAnswer {
  shapeFollows: boolean;
  tension: number[];
  rotation: number[];
  slack: number;
}

/** From one segment to the next (RouteTold.java). */
interface Leg {
  from: string;
  kind: string;
  by: string;
  to: string;
  share: number;
}

interface Way {
  start: string;
  share: number;
  steps: Leg[];
  path: number[];
}

interface RouteTold {
  effect: number;
  routes: Way[];
  carriers: { kind: string; name: string; share: number }[];
  rest: number;
}

/** A row of a life (LifePage.java); `age` in years, `places` codes of regions and ids of muscles. */
interface Happening {
  id: string;
  kind: 'event' | 'release' | 'arousal';
  age: number;
  title: string;
  when: string;
  detail: string;
  places: string;
}

/** Ages in years; `birth` is the year, or 0 where ages are said. */
interface Story {
  from: number;
  to: number;
  birth: number;
  rows: Happening[];
}

/** How a body of the tables is drawn as a bone: the pieces it is melted from. */
type BoneRule = (body: Body, anatomy: Anatomy) => Piece[];

type Solid = import('../resources/static/script/body/solid.js').Solid;
type Mesh = import('../resources/static/script/body/sweep.js').Mesh;
type Stage = import('../resources/static/script/body/stage.js').Stage;

/** A part of the body, such as `trunk` or `arm left`. */
type Part = string;

/** The signed distance to the skin of the whole body, and of each part. */
interface Skin {
  solid: Solid;
  parts: Map<Part, Solid>;
}
