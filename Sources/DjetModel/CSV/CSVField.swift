/// Where a field lies in its record's buffer.
package struct CSVField: Sendable, Equatable {
    /// The field's bytes without its quotes, as they stand in the file.
    package let range: Range<Int>

    /// True if the field holds doubled quotes, each of which stands for one.
    package let isDoubled: Bool
}
