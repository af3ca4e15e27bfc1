/** A map of fixed size with its outlines in SVG path data; `scale` and `translate` are those of a Mercator projection. */
export type Panel = {
  readonly width: number
  readonly height: number
  readonly scale: number
  readonly translate: readonly [number, number]
  readonly countries: readonly { readonly code: string; readonly path: string }[]
  readonly neighbours: string
}

const radians = Math.PI / 180

/** Where degrees of longitude and latitude lie on a panel, in its own units. */
export function project(panel: Panel, longitude: number, latitude: number): { readonly x: number; readonly y: number } {
  const x = panel.translate[0] + panel.scale * longitude * radians
  const y = panel.translate[1] - panel.scale * Math.log(Math.tan(Math.PI / 4 + (latitude * radians) / 2))
  return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 }
}

/** True where the place is within the panel's frame. */
export function isOn(panel: Panel, longitude: number, latitude: number): boolean {
  const { x, y } = project(panel, longitude, latitude)
  return x >= 0 && y >= 0 && x <= panel.width && y <= panel.height
}
