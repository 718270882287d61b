package import DjetStore

extension StoreError {
    /// Whether a value was more than its column's type can hold.
    package var isOutOfRange: Bool {
        // numeric_value_out_of_range, datetime_field_overflow, untranslatable_character,
        // character_not_in_repertoire
        ["22003", "22008", "22P05", "22021"].contains(sqlState?.rawValue)
    }

    /// What to tell the person who sent one.
    package static let outOfRangeSentence =
        "a value that was sent is larger than what can be stored, or holds a zero byte"
}
