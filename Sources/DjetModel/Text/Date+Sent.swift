import DjetJSON
package import Foundation

extension Date {
    /// Reads a time as URLs and forms state it. A browser's field for one sends neither seconds nor a zone.
    package static func sent(_ text: String) -> Date? {
        Timestamp.date(from: text) ?? Timestamp.date(from: text + ":00Z")
    }
}
