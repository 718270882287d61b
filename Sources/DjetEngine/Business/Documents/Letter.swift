import DjetModel

/// A document as it is laid out: a sender, a recipient, facts, a table and sums, cut into A4 sheets.
///
/// Templates have no other shape of documents, so that all look alike.
struct Letter: Codable, Sendable {
    /// A name and what it stands for.
    struct Fact: Codable, Sendable {
        let name: String
        let value: String
    }

    /// A cell of the table, or the head of a column.
    struct Cell: Codable, Sendable {
        let text: String
        /// The class of its column in `documents.css`.
        let column: String
        /// True for a figure, which stands on the right.
        let isNumber: Bool
    }

    /// A row of the table.
    struct Row: Codable, Sendable {
        let cells: [Cell]
    }

    /// The tag of its language.
    let language: String
    /// The heading, such as `Invoice 7`.
    let heading: String
    /// The text above each sheet.
    let running: String
    /// The name of the sender; empty if it is not known.
    let senderName: String
    /// The lines below it.
    let sender: [String]
    /// The name and the address of the recipient.
    let recipient: [String]
    let facts: [Fact]
    let columns: [Cell]
    /// The number of columns to the left of the last one.
    let labelSpan: Int
    /// The name of a total of the sheets before, and that of one which goes on to the next.
    let broughtName: String
    let carriedName: String
    /// The sheets: at least one.
    let sheets: [Sheet]
    /// The sums below the table, the last one the most important.
    let sums: [Fact]
    /// The sentences below the sums.
    let notes: [String]

    /// - Parameters:
    ///   - words: the language of the letter. What the letter says is in it already, but for the names of
    /// facts
    ///     and sums.
    ///   - text: the text above the table; empty for none.
    init(
        in words: Words, heading: String, day: Day, from seller: Seller?, to name: String?,
        at address: Address?, facts: [(String, String?)], text: String = "", table: LetterTable,
        sums: [(String, String)] = [], notes: [String] = []
    ) {
        language = words.language
        self.heading = heading
        running = "\(heading), \(words.figures.day("\(day)"))"
        senderName = seller?.name ?? ""
        sender = seller?.letterLines(in: words) ?? []
        recipient = (name.map { [$0] } ?? []) + (address?.letterLines ?? [])
        self.facts = facts.compactMap { name, value in value.map { Fact(name: words(name), value: $0) } }
        columns = table.columns.map { $0.cell($0.name) }
        labelSpan = table.columns.count - 1
        broughtName = words("Brought forward")
        carriedName = words("Carried forward")
        self.sums = sums.map { Fact(name: words($0), value: $1) }
        self.notes = notes
        let head = SheetSize.head(
            heading: heading, sender: sender, recipient: recipient, facts: self.facts)
        let tail = SheetSize.tail(sums: self.sums, notes: notes)
        sheets = SheetCutter(table: table, text: text, head: head, tail: tail).sheets
    }
}
