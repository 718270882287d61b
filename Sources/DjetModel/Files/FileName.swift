/// The names of files.
package enum FileName {
    /// The longest ending that is one: `.csv`, `.tar.gz` counts as `.gz`.
    private static let longestEnding = 20

    /// A name of at most so many scalars. A long one loses its middle, not its ending, by which people and programs know
    /// what it is. Scalars are counted, as the table of files does: a character may have any number of marks.
    package static func shortened(_ name: String, to most: Int) -> String {
        let scalars = name.unicodeScalars
        guard scalars.count > most else { return name }
        let ending = ending(of: scalars)
        let stem = scalars.prefix(max(most - ending.count, 0))
        return String(String.UnicodeScalarView(stem)) + String(String.UnicodeScalarView(ending))
    }

    /// From the last dot on; nothing if that is no ending.
    private static func ending(of name: String.UnicodeScalarView) -> Substring.UnicodeScalarView {
        let tail = name.suffix(longestEnding)
        guard let dot = tail.lastIndex(of: "."), dot > name.startIndex else { return tail.suffix(0) }
        let ending = tail[dot...]
        let isPlain = ending.dropFirst().allSatisfy {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
        return ending.count > 1 && isPlain ? ending : tail.suffix(0)
    }
}
