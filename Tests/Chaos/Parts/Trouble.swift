import DjetModel
import DjetStore

extension Error {
    /// True if callers must expect the error while servers and connections break; any other is odd.
    var isTrouble: Bool {
        // Somebody may keep a job locked for long: a commit waits for the standby.
        if case ModelError.unavailable? = self as? ModelError { return true }
        guard let error = self as? StoreError else { return false }
        // Codes are compared by name, since some may be newer than this file.
        if ["connectionLost", "cannotConnect", "poolExhausted", "unavailable"].contains(error.code.rawValue) {
            return true
        }
        let state = error.sqlState?.rawValue ?? ""
        return ["08", "53", "57"].contains(state.prefix(2)) || ["25006", "40001", "40P01"].contains(state)
    }

    /// The kind of the error in a word or two, for counting.
    var kindOfTrouble: String {
        guard let error = self as? StoreError else { return String(describing: type(of: self)) }
        return [error.code.rawValue, error.sqlState?.rawValue].compactMap(\.self).joined(separator: " ")
    }
}
