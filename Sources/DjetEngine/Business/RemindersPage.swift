import DjetModel
import Foundation

/// A page of reminders.
struct RemindersPage: Codable, Sendable {
    let reminders: [ListReminders.Entry]
    /// The `after` of the next page; nil if this is the last.
    let next: PageMark?
    /// The address of the next page; empty if this is the last.
    let nextPath: String
    /// True if a page came before this one.
    let isLater: Bool
    /// True if the query narrows the list or turns its pages.
    let isFiltered: Bool
    /// The customer of the filter.
    let filteredCustomer: String
    /// The first day, as the form shows it.
    let from: String
    /// The last day, as the form shows it.
    let to: String
    let mayUse: Bool
    /// The address of the reminders.
    let remindersPath: String
    /// The address of the export; empty if there is none that the visitor may use.
    let exportPath: String

    init(_ visit: Visit, _ output: ListReminders.Output) {
        reminders = output.reminders
        next = output.next
        nextPath = ListFilter(visit: visit).path(after: output.next, keeping: [])
        isLater = visit.query["after"] != nil
        isFiltered = visit.isFiltered(by: ["customer", "from", "to"])
        filteredCustomer = visit.shown("customer")
        from = visit.shown("from", isDay: true)
        to = visit.shown("to", isDay: true)
        mayUse = visit.may(.use)
        remindersPath = visit.path()
        exportPath = visit.childPath("export")
    }
}

/// A letter.
struct ReminderPage: Codable, Sendable {
    let reminder: Reminder
    /// True if the customer had something to get.
    let hasCredit: Bool
    /// The address of the reminders.
    let remindersPath: String
    /// The address of the invoices; empty if there are none that the visitor may see.
    let invoicesPath: String

    init(_ visit: Visit, _ reminder: Reminder) {
        self.reminder = reminder
        hasCredit = reminder.credit > 0
        remindersPath = visit.path()
        invoicesPath = visit.path(toBasetype: "invoices")
    }
}
