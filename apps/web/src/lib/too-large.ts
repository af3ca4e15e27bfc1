const refusal = { message: 'tooLarge', code: -32_013, data: { httpStatus: 413, code: 'tooLarge', details: {} } }

/**
 * An answer as the hub would give it. What is too large for a proxy on the way is told in the proxy's own words: taken as no
 * answer, it would be sent again for ever, and hold up all that was written behind it.
 */
export const saysTooLarge = (answer: Response): Response =>
  answer.status === 413 ? Response.json({ error: refusal }, { status: 413 }) : answer
