import DjetModel

/// A document as it is laid out: a sender, a recipient, facts, a table and sums. Templates have no other
/// shape of documents, so that all look alike.
struct Letter: Codable, Sendable {
    /// A name and what it stands for.
    struct Fact: Codable, Sendable {
        let name: String
        let value: String
    }

    /// A cell of the table, or the head of a column.
    struct Cell: Codable, Sendable {
        let text: String
        /// True for a figure, which stands on the right.
        let isNumber: Bool
    }

    /// A row of the table.
    struct Row: Codable, Sendable {
        let cells: [Cell]
    }

    /// The heading, such as `Invoice 7`.
    let heading: String
    /// The text above the table on each sheet.
    let running: String
    /// The name of the sender; empty if it is not known.
    let senderName: String
    /// The lines below it.
    let sender: [String]
    /// The name and the address of the recipient.
    let recipient: [String]
    let facts: [Fact]
    /// The text above the table; empty for none.
    let text: String
    let columns: [Cell]
    /// The number of columns.
    let columnCount: Int
    let rows: [Row]
    /// The sums below the table, the last one the most important.
    let sums: [Fact]
    /// The sentences below the sums.
    let notes: [String]

    /// - Parameters:
    ///   - figures: the places of the columns with figures.
    ///   - rows: the texts of each row, as many as there are columns.
    init(
        heading: String, day: Day, from seller: Seller?, to name: String?, at address: Address?,
        facts: [(String, String?)], text: String = "", columns: [String], figures: Set<Int>, rows: [[String]],
        sums: [(String, String)] = [], notes: [String] = []
    ) {
        func cells(_ texts: [String]) -> [Cell] {
            texts.enumerated().map { Cell(text: $1, isNumber: figures.contains($0)) }
        }
        self.heading = heading
        running = "\(heading), \(day)"
        senderName = seller?.name ?? ""
        sender = seller?.letterLines ?? []
        recipient = (name.map { [$0] } ?? []) + (address?.letterLines ?? [])
        self.facts = facts.compactMap { name, value in value.map { Fact(name: name, value: $0) } }
        self.text = text
        self.columns = cells(columns)
        columnCount = columns.count
        self.rows = rows.map { Row(cells: cells($0)) }
        self.sums = sums.map { Fact(name: $0, value: $1) }
        self.notes = notes
    }
}
