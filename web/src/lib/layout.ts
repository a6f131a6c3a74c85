// SPDX-License-Identifier: Apache-2.0
// Layered graphs, from left to right. The layout is dagre's; it is fetched only where a graph is drawn.

export interface BoxIn {
  id: string;
  width: number;
  height: number;
}
export interface EdgeIn {
  id: string;
  from: string;
  to: string;
}
export interface Laid {
  width: number;
  height: number;
  boxes: Map<string, { x: number; y: number; width: number; height: number }>;
  edges: Map<string, { path: string; middle: { x: number; y: number } }>;
}

type Point = { x: number; y: number };

/** A smooth line through the points that dagre gives for an edge. */
export function smooth(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let path = `M${round(first.x)} ${round(first.y)}`;
  let before = first;
  for (const point of rest) {
    const middle = (before.x + point.x) / 2;
    path += `C${round(middle)} ${round(before.y)} ${round(middle)} ${round(point.y)} ${round(point.x)} ${round(point.y)}`;
    before = point;
  }
  return path;
}

const round = (n: number) => Math.round(n * 10) / 10;

export async function layered(boxes: readonly BoxIn[], edges: readonly EdgeIn[], gap = { ranks: 70, nodes: 14 }): Promise<Laid> {
  const dagre = await import('@dagrejs/dagre');
  const graph = new dagre.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', ranksep: gap.ranks, nodesep: gap.nodes, edgesep: 8, marginx: 4, marginy: 8 });
  for (const box of boxes) graph.setNode(box.id, { width: box.width, height: box.height });
  for (const edge of edges) graph.setEdge(edge.from, edge.to, {}, edge.id);
  dagre.layout(graph);
  const size = graph.graph() as { width?: number; height?: number };
  const laid: Laid = { width: size.width ?? 0, height: size.height ?? 0, boxes: new Map(), edges: new Map() };
  for (const box of boxes) {
    const at = graph.node(box.id) as Point;
    laid.boxes.set(box.id, { x: at.x - box.width / 2, y: at.y - box.height / 2, width: box.width, height: box.height });
  }
  for (const edge of edges) {
    const points = (graph.edge({ v: edge.from, w: edge.to, name: edge.id }) as { points: Point[] }).points;
    const middle = points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 };
    laid.edges.set(edge.id, { path: smooth(points), middle });
  }
  return laid;
}
