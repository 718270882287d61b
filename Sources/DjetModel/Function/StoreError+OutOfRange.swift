package import DjetStore

extension StoreError {
    /// True if a value was out of its column's range, or has a character that the server cannot store.
    package var isOutOfRange: Bool {
        // numeric_value_out_of_range, datetime_field_overflow, untranslatable_character,
        // character_not_in_repertoire
        ["22003", "22008", "22P05", "22021"].contains(sqlState?.rawValue)
    }

    /// The message for the sender of such a value.
    package static let outOfRangeSentence =
        "a value that was sent is larger than what can be stored, or holds a zero byte"
}
