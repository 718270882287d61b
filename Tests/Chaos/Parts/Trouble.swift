import DjetStore

extension Error {
    /// Whether it is what a caller must expect while servers and connections break; anything else is odd.
    var isTrouble: Bool {
        guard let error = self as? StoreError else { return false }
        // By their names, some of which may be newer than this file.
        if ["connectionLost", "cannotConnect", "poolExhausted", "unavailable"].contains(error.code.rawValue) {
            return true
        }
        let state = error.sqlState?.rawValue ?? ""
        return ["08", "53", "57"].contains(state.prefix(2)) || ["25006", "40001", "40P01"].contains(state)
    }

    /// Its kind in a word or two, for counting.
    var kindOfTrouble: String {
        guard let error = self as? StoreError else { return String(describing: type(of: self)) }
        return [error.code.rawValue, error.sqlState?.rawValue].compactMap(\.self).joined(separator: " ")
    }
}
