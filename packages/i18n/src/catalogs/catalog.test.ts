import { expectTypeOf, it } from 'vitest'
import type { Georgian, Overlay, Serbian } from './catalog.ts'

type English = { readonly save: 'Save'; readonly words_one: 'word'; readonly words_other: 'words' }

it('missing and superfluous keys do not type-check', () => {
  expectTypeOf<keyof Serbian<English>>().toEqualTypeOf<'save' | 'words_one' | 'words_few' | 'words_other'>()
  expectTypeOf<keyof Georgian<English>>().toEqualTypeOf<keyof English>()
  // @ts-expect-error words_few is missing
  void ({ save: 'Сачувај', words_one: 'реч', words_other: 'речи' } satisfies Serbian<English>)
  // @ts-expect-error more is superfluous
  void ({ save: 'შენახვა', words_one: 'სიტყვა', words_other: 'სიტყვა', more: 'მეტი' } satisfies Georgian<English>)
  // @ts-expect-error more is superfluous
  void ({ more: 'još' } satisfies Overlay<English>)
  void ({ words_few: 'riječi' } satisfies Overlay<English>)
})
