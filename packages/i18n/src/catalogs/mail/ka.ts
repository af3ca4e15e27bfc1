import type { CatalogMeta, Georgian } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** The same in Georgian. */
export const messages = {
  greeting: 'გამარჯობა, {{person}},',
  greetingPlain: 'გამარჯობა,',
  invitationSubject: 'მოწვევა: {{project}}',
  invitationIntro: '{{person}} გიწვევთ ერთობლივ მუშაობაში: „{{project}}“.',
  invitationRole: 'თქვენი როლი: {{role}}. ორგანიზაცია: {{organization}}.',
  invitationButton: 'მოწვევის გახსნა',
  invitationExpiry: 'ბმული მოქმედებს თარიღამდე: {{date}}, და მხოლოდ ერთხელ გამოიყენება.',
  signInSubject: 'შესვლის ბმული',
  signInIntro: 'ვიღაცამ, სავარაუდოდ თქვენ, მოითხოვა შესვლის ბმული.',
  signInButton: 'შესვლა',
  signInExpiry: 'ბმული მოქმედებს {{minutes}} წუთი და მხოლოდ ერთხელ გამოიყენება.',
  ignore: 'თუ ამ წერილს არ ელოდით, შეგიძლიათ ყურადღება არ მიაქციოთ.',
  linkAsText: 'თუ ღილაკი არ მუშაობს, გახსენით ეს მისამართი:',
  reportDueSubject: 'წარსადგენი ანგარიში: {{title}}',
  reportsDueSubject: 'წარსადგენი ანგარიშები: {{count}}',
  reminderIntro: 'გელოდებათ:',
  reminder: '{{title}}, {{period}}. ბოლო დღე: {{date}}.',
  reminderLate: '{{title}}, {{period}}. ვადა გავიდა: {{date}}.',
  reminderEffort: 'რაც უკვე ცნობილია, მონახაზში წერია; თუ სიახლე არ არის, ერთი შეხება საკმარისია.',
  reminderWhy: 'ამ წერილს იღებთ, რადგან ამ ანგარიშებზე თქვენ ხართ პასუხისმგებელი. დღეში მხოლოდ ერთხელ.',
  reportApprovalSubject: 'გთხოვთ, დაამტკიცოთ: {{title}}',
  reportApprovalBody: 'ანგარიში მზადაა: ერთი გვერდი წასაკითხად, ერთი შეხება დასამტკიცებლად.',
  reportApprovalButton: 'წაკითხვა და დამტკიცება',
  reportApprovalExpiry: 'ბმული მხოლოდ თქვენთვისაა და მოქმედებს, სანამ ანგარიში არ შეიცვლება, თარიღამდე: {{date}}.',
  reportReturnedSubject: 'დაბრუნებული ანგარიში: {{title}}',
  reportReturnedBody: '{{person}}: ანგარიში დაბრუნებულია შენიშვნებით.',
  reportSubmittedSubject: 'წარდგენილი ანგარიში: {{title}}',
  reportAcceptedSubject: 'მიღებული ანგარიში: {{title}}',
  open: 'Kolo-ში გახსნა',
  digestSubject: 'სიახლეები: {{project}}',
  mentionSubject: 'მოგიხსენიეს: {{title}}',
  footer: 'ამ წერილს იღებთ, რადგან მონაწილეობთ ქსელში: {{network}}.',
} as const satisfies Georgian<typeof en>
