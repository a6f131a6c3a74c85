// SPDX-License-Identifier: Apache-2.0
// Each standing has a shape and a colour of its own, so that neither alone has to be told apart. One path serves canvas and SVG.
import type { Standing } from '../api';

/** Paths in a square of 2 by 2 around the origin. */
export const kGlyphs: Record<Standing, string> = {
  // A full disc: both sides say so. Half a disc: one of them.
  'both-parties': 'M-.9 0A.9 .9 0 1 1 .9 0A.9 .9 0 1 1 -.9 0Z',
  'one-party': 'M.45 -.95A.95 .95 0 0 0 .45 .95Z',
  'third-party': 'M-.78 -.78H.78V.78H-.78Z',
  // Two wedges against each other.
  disputed: 'M-.9 -.85L0 -.12L.9 -.85V.85L0 .12L-.9 .85Z',
  denied: 'M-.9 -.5L-.5 -.9L0 -.4L.5 -.9L.9 -.5L.4 0L.9 .5L.5 .9L0 .4L-.5 .9L-.9 .5L-.4 0Z',
  anonymous: 'M0 -1L.85 0L0 1L-.85 0Z',
  unattributed: 'M0 -.85L.9 .75H-.9Z',
  withdrawn: 'M-.95 -.3H.95V.3H-.95Z',
};

/** The custom property that holds the colour of a standing, in either theme. */
export function colour_name(standing: Standing): string {
  return `--${standing}`;
}

/** What is planned, possible, called off or said not to have happened is drawn hollow. */
export function is_hollow(status: string): boolean {
  return status !== 'happened';
}
