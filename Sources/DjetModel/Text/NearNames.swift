extension [String] {
    /// Returns the names that a word may stand for, as the end of a sentence: `; did you mean jobs?`. Returns
    /// a full stop if none is like it.
    package func guess(at word: String) -> String {
        let near = near(word)
        return near.isEmpty ? "." : "; did you mean \(near.joined(separator: " or "))?"
    }

    /// Returns at most three names, the most alike first. The end of a name behind a dot counts as the name.
    package func near(_ word: String) -> [String] {
        let word = String(word.prefix(200))
        let most = Swift.max(2, word.count / 4)
        let all = map { name in
            (edits: name.hasSuffix(".\(word)") ? 0 : name.edits(to: word), name: name)
        }
        return all.filter { $0.edits <= most }.sorted { $0 < $1 }.prefix(3).map { $0.name }
    }
}

extension String {
    /// Returns true if it is the other text but for one slip: a character more, less or changed, or the same
    /// ones in another order.
    package func isSlip(of other: String) -> Bool {
        guard abs(count - other.count) <= 1 else { return false }
        return edits(to: other) <= 1 || sorted() == other.sorted()
    }

    /// Returns the number of characters to add, remove or change to get the other text.
    fileprivate func edits(to other: String) -> Int {
        let other = Array(other)
        var row = Array(0...other.count)
        for (line, character) in enumerated() {
            var corner = row[0]
            row[0] = line + 1
            for column in other.indices {
                let changed = corner + (character == other[column] ? 0 : 1)
                corner = row[column + 1]
                row[column + 1] = Swift.min(changed, row[column] + 1, corner + 1)
            }
        }
        return row[other.count]
    }
}
