/** A project's next wave; `space_id` is its coordination space. */
export type WaveTable = {
  space_id: string
  plan_ids: string[]
  municipality_ids: string[]
  partner_organization_ids: string[]
  starts_on: string | null
}
