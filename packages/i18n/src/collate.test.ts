import { expect, it } from 'vitest'
import { compareNames } from './collate.ts'

it('sorts Loznica before Lučani before Ljig in both scripts', () => {
  expect(['Ljig', 'Lučani', 'Loznica'].sort(compareNames('sr-Latn'))).toEqual(['Loznica', 'Lučani', 'Ljig'])
  expect(['Ljig', 'Lučani', 'Loznica'].sort(compareNames('sr-Latn-ME'))).toEqual(['Loznica', 'Lučani', 'Ljig'])
  expect(['Љиг', 'Лучани', 'Лозница'].sort(compareNames('sr-Cyrl'))).toEqual(['Лозница', 'Лучани', 'Љиг'])
})

it('keeps the Georgian alphabet and counts numbers by value', () => {
  expect(['ხაშური', 'გორი', 'ქარელი'].sort(compareNames('ka'))).toEqual(['გორი', 'ქარელი', 'ხაშური'])
  expect(['Task 10', 'Task 9'].sort(compareNames('en'))).toEqual(['Task 9', 'Task 10'])
})
