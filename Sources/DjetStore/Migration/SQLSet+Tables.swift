extension SQLSet {
    /// The tables that the migrations create, as the texts name them, in lower case and without quotes. A
    /// table within a comment counts as well: too many are better than too few.
    package var tables: [String] {
        migrations.flatMap { Self.tables(in: (try? text(of: $0.file)) ?? "") }
    }

    private static func tables(in text: String) -> [String] {
        let words = text.lowercased().split { $0.isWhitespace || $0 == "(" || $0 == ";" }
        return words.indices.dropFirst().compactMap { index in
            guard words[index] == "table", ["create", "unlogged"].contains(words[index - 1]) else {
                return nil
            }
            let rest = words[(index + 1)...]
            let isOptional = rest.starts(with: ["if", "not", "exists"])
            return rest.dropFirst(isOptional ? 3 : 0).first.map { String($0.filter { $0 != "\"" }) }
        }
    }
}
