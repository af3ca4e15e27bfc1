import { useCallback } from 'react'
import { useTexts } from './texts.tsx'

/** The countries of the network and their neighbours. */
export const countries = ['RS', 'ME', 'GE', 'EE', 'BA', 'MK'] as const

/** Names a country in the present language; another code stays as it is. */
export function useCountryName(): (code: string | null) => string {
  const { t } = useTexts('organizations')
  return useCallback(
    (code) => {
      const known = countries.find((country) => country === code)
      return known ? t(`organizations:country${known}`) : (code ?? '')
    },
    [t],
  )
}
