const dark = '#000000'
const light = '#ffffff'

/** The relative luminance (WCAG) of a colour as `#rrggbb`, from 0 to 1; 0 for what isn't one. */
export function luminance(color: string): number {
  const channels = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})/i.exec(color)?.slice(1) ?? ['0', '0', '0']
  const [red = 0, green = 0, blue = 0] = channels.map((hex) => {
    const value = Number.parseInt(hex, 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The contrast (WCAG) of two colours as `#rrggbb`, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

/** Black or white, whichever is easier to read on a colour that people chose; at least 4.5 : 1. */
export function readableOn(color: string): string {
  return contrast(color, light) >= contrast(color, dark) ? light : dark
}
