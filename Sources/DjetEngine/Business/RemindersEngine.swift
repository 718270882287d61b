import DjetJSON
public import DjetModel

/// Serves reminders: the list, each letter, and the form to write those of the day.
public struct RemindersEngine: Engine {
    /// The basetype `reminders`.
    public static let basetype = Basetype("reminders", title: "Reminders")

    /// Creates the engine.
    public init() {}

    /// The routes of the list, of one letter and of the form.
    public var routes: [Route] {
        [
            Route(
                .get, "", "Reminders, latest first",
                query: [
                    QueryField("customer", .text, "The customer's exact code"), .from, .to, .after, .limit,
                ], answer: .page(RemindersPage.self), action: list),
            Route(.get, "{id:int}", "One letter with what it lists", answer: .page(ReminderPage.self)) {
                visit in
                let reminder = try await visit.model.call(FindReminder(reminder: try visit.id))
                return .page("reminders/reminder", title: reminder.title, ReminderPage(visit, reminder))
            },
            Route(.get, "{id:int}/print", "One letter as it is printed", answer: .page(LetterPage.self)) {
                visit in
                let reminder = try await visit.model.call(FindReminder(reminder: try visit.id))
                let letter = Letter(reminder, seller: try await visit.model.seller())
                return .page(
                    "documents/document", title: letter.heading,
                    LetterPage(letter, backPath: visit.path("\(reminder.id)")))
            },
        ] + Self.form.routes
    }

    private func list(_ visit: Visit) async throws -> Reply {
        let filter = ListFilter(visit: visit)
        var list = ListReminders()
        list.customer = filter.customer
        list.from = filter.from
        list.to = filter.to
        list.after = try filter.after
        list.limit = filter.limit
        let output = try await visit.model.call(list)
        return .page("reminders/list", title: visit.node.title, RemindersPage(visit, output))
    }

    private static let form = FunctionForm<Dun>(
        path: "new", title: "Write the reminders", button: "Write the reminders",
        lead: """
            Each customer of whom an invoice has reached the next level gets one letter, with all that is \
            overdue. Whoever has as much to get gets none.
            """,
        action: "reminders.write", done: { ("\($0.reminders)", []) })
}
