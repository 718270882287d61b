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
            Self.list.route,
            Route(.get, "{id:int}", "One letter with what it lists", answer: .page(ReminderPage.self)) {
                visit in
                let reminder = try await visit.model.call(FindReminder(reminder: try visit.id))
                return .page("reminders/reminder", title: reminder.title, ReminderPage(visit, reminder))
            },
            Route(.get, "{id:int}/print", "One letter as it is printed", answer: .page(LetterPage.self)) {
                visit in
                let reminder = try await visit.model.call(FindReminder(reminder: try visit.id))
                let language = try await visit.model.language(ofCustomer: reminder.customer)
                let letter = Letter(
                    reminder, seller: try await visit.model.seller(),
                    in: visit.letterWords(language))
                return .page(
                    "documents/document", title: letter.heading,
                    LetterPage(letter, backPath: visit.path("\(reminder.id)")))
            },
        ] + Self.form.routes
    }

    private static let list = FilteredList<ListReminders.Output>(
        template: "reminders/list", summary: "Reminders, latest first", things: "reminders",
        filter: [.customer, .from, .to]
    ) { visit in
        var list = ListReminders()
        list.customer = visit.query["customer"]
        (list.from, list.to) = (visit.day("from"), visit.day("to"))
        (list.after, list.limit) = (try visit.pageMark, visit.limit)
        return try await visit.model.call(list)
    }

    private static let form = FunctionForm<Dun>(
        path: "new", title: "Write the reminders", button: "Write the reminders",
        lead: """
            Each customer of whom an invoice has reached the next level gets one letter, with all that is \
            overdue. Whoever has as much to get gets none.
            """,
        action: "reminders.write", done: { ("\($0.reminders)", []) })
}
