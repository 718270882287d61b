/// A field's place in its record's buffer.
package struct CSVField: Sendable, Equatable {
    /// The place of the field's bytes, as in the file, without the outer quotes.
    package let range: Range<Int>

    /// True if the field holds doubled quotes, each of which stands for one.
    package let isDoubled: Bool
}
