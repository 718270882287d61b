/// The names of files.
package enum FileName {
    /// The longest ending, in scalars. `.tar.gz` counts as `.gz`.
    private static let longestEnding = 20

    /// Returns a name of at most `most` scalars. A long one loses its middle and keeps its ending, which
    /// tells people and programs its type. The table of files counts scalars, too: a character may have any
    /// number of marks.
    package static func shortened(_ name: String, to most: Int) -> String {
        let scalars = name.unicodeScalars
        guard scalars.count > most else { return name }
        let ending = ending(of: scalars)
        let stem = scalars.prefix(max(most - ending.count, 0))
        return String(String.UnicodeScalarView(stem)) + String(String.UnicodeScalarView(ending))
    }

    /// Returns the name with a number before its ending: `rejects-2.csv`.
    package static func numbered(_ name: String, _ number: Int) -> String {
        let ending = ending(of: name.unicodeScalars)
        let stem = name.unicodeScalars.dropLast(ending.count)
        return String(String.UnicodeScalarView(stem)) + "-\(number)"
            + String(String.UnicodeScalarView(ending))
    }

    /// Returns the part from the last dot on; empty if that is not an ending.
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
