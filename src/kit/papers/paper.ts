/**
 * A paper as plain data: what stands on it and in which order, never how it is drawn. The same paper becomes a Word file (`docx.ts`) or a PDF
 * (`pdf.ts`). Nothing here knows what the paper is about.
 */

/** A piece of text in another face than its paragraph: 黑体 or 楷体, as labels and levels have it. */
export type Run = string | { readonly text: string; readonly face: 'hei' | 'kai' }

/** What stands in a cell of a table. An empty string leaves room for a pen. */
export type Cell = string | { readonly text: string; readonly strong?: true; readonly span?: number }

export type Column = {
  /** The head of the column. */
  readonly title: string
  /** Its share of the width, beside the shares of the others. */
  readonly share: number
  readonly align?: 'left' | 'center' | 'right'
}

/** What a paper is made of, from top to bottom. */
export type Block =
  /** A paragraph; it begins two characters in, unless it is flush or set to a side. */
  | {
    readonly kind: 'text'; readonly text: string | readonly Run[]
    readonly flush?: true; readonly align?: 'left' | 'center' | 'right'; readonly small?: true
  }
  /** One of the four levels 一、（一）1.（1）; the engine counts. `text` runs on in the same paragraph. */
  | { readonly kind: 'point'; readonly level: 1 | 2 | 3 | 4; readonly title: string; readonly text?: string }
  /** A label in 黑体 and what it says, as 出席：… */
  | { readonly kind: 'labelled'; readonly label: string; readonly text: string }
  /** A table with heads, repeated on each page. `tall` leaves room for signatures. */
  | {
    readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly Cell[])[]
    readonly tall?: true; readonly caption?: string
  }
  /** A form: label and value, one pair or two in a row. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly (readonly [label: string, value: string])[])[] }
  /** Boxes to tick with a pen. */
  | { readonly kind: 'choices'; readonly options: readonly { readonly label: string; readonly note?: string }[]; readonly across: number }
  /** Lines to sign on, side by side. */
  | { readonly kind: 'sign'; readonly labels: readonly string[] }
  /** A QR code of `size` mm at the right, with what stands beside it. */
  | { readonly kind: 'qr'; readonly content: string; readonly caption: string; readonly size: number; readonly beside: readonly Block[] }
  /** What has to stay on one page. */
  | { readonly kind: 'together'; readonly blocks: readonly Block[] }
  | { readonly kind: 'title'; readonly text: string; readonly size?: 'small' }
  | { readonly kind: 'space'; readonly lines: number }
  | { readonly kind: 'rule' }

/**
 * The head of a paper that an organisation issues (标志). Only a street may have it in red: GB/T 9704 is for organs, and committees
 * and owners are none.
 */
export type Head = {
  readonly name: string
  readonly issuer: 'street' | 'body'
  /** 发文字号, as 听雨桥议〔2026〕9号. */
  readonly number?: string
  readonly date?: string
}

/**
 * `organ`: the numbers of GB/T 9704, 22 lines of 28 characters. `plain`: forms and lists, narrower margins, smaller type. `large`: what everybody
 * fills in at home, older people too. `poster`: what hangs on a wall.
 */
export type Format = 'organ' | 'plain' | 'large' | 'poster'

export type Paper = {
  readonly format: Format
  readonly orientation?: 'landscape'
  /** The name of the paper, as readers of files show it. No resident's name, no room. */
  readonly name: string
  readonly head?: Head
  readonly title?: string
  /** 主送, without its colon. */
  readonly addressee?: string
  readonly body: readonly Block[]
  /** 附件: names without a full stop. */
  readonly attachments?: readonly string[]
  /** Who issues it, and on which civil day 'YYYY-MM-DD'. */
  readonly signed?: { readonly by: readonly string[]; readonly date: string }
  /** What stands at the foot: page numbers between dashes, a line of text, or nothing. */
  readonly foot: 'pages' | 'none' | { readonly text: string }
}
