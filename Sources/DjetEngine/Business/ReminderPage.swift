import DjetModel
import Foundation

/// A letter.
struct ReminderPage: Codable, Sendable {
    let reminder: Reminder
    /// True if the customer had something to get.
    let hasCredit: Bool
    /// The address of the reminders.
    let remindersPath: String
    let paths: BusinessPaths

    init(_ visit: Visit, _ reminder: Reminder) {
        self.reminder = reminder
        hasCredit = reminder.credit > 0
        remindersPath = visit.path()
        paths = BusinessPaths(visit)
    }
}
