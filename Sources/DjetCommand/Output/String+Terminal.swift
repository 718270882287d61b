extension String {
    /// Filled up with blanks to a width.
    func padded(to width: Int, onTheLeft: Bool = false) -> String {
        let blanks = String(repeating: " ", count: Swift.max(width - count, 0))
        return onTheLeft ? blanks + self : self + blanks
    }

    /// On one line and without control characters: what comes out of a database must not steer a terminal.
    var onOneLine: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }
}
