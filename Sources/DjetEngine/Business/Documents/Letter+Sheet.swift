extension Letter {
    /// A sheet of A4 with its part of the table.
    struct Sheet: Codable, Sendable {
        /// Its place, from 1.
        let number: Int
        /// The number of sheets.
        let count: Int
        /// Both in words: `Page 2 of 5`.
        let place: String
        /// True for the first one, which has the sender, the recipient and the facts.
        let isFirst: Bool
        /// True for the last one, which has the sums and the notes.
        let isLast: Bool
        /// The part of the text that is on it; empty for none.
        let text: String
        /// The total of the sheets before; empty if there is none.
        let broughtForward: String
        /// The total with the rows of this sheet; empty on the last one, and if there is none.
        let carriedForward: String
        let rows: [Row]
    }
}
