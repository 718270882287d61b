import DjetModel
import Foundation

extension Letter {
    /// Creates the letter of a reminder.
    init(_ reminder: Reminder, seller: Seller?, in words: Words) {
        func money(_ amount: Decimal) -> String { Written.money("\(amount)", words.figures) }
        func day(_ day: Day) -> String { words.figures.day("\(day)") }
        var sums = [("Overdue", money(reminder.total))]
        if reminder.credit > 0 { sums.append(("Your credit", money(reminder.credit))) }
        if let fee = reminder.fee { sums.append(("Fee", money(fee))) }
        sums.append(("To pay", money(reminder.toPay)))
        self.init(
            in: words, heading: words(reminder.title), day: reminder.day, from: seller,
            to: reminder.name ?? reminder.customer, at: reminder.address,
            facts: [
                ("Date", day(reminder.day)), ("Letter", "\(reminder.id)"),
                ("Customer", reminder.customer),
            ],
            text: words(reminder.text),
            table: LetterTable(
                in: words,
                [
                    .init("Invoice", .words), .init("Day", .day), .init("Due", .day),
                    .init("Overdue days", .figure), .init("Amount", .money), .init("Open", .money),
                ],
                rows: reminder.items.map { Self.row(of: $0, words.figures) }),
            sums: sums, notes: seller?.iban.map { [words("Please pay to \($0)")] } ?? [])
    }

    /// Returns the row of an invoice. What is open of it is carried.
    private static func row(of item: Reminder.Item, _ figures: Figures) -> LetterTable.Row {
        LetterTable.Row(
            texts: [
                "\(item.number)", figures.day("\(item.day)"), figures.day("\(item.dueOn)"),
                Written.number("\(item.overdueDays)", figures), Written.money("\(item.amount)", figures),
                Written.money("\(item.open)", figures),
            ],
            amount: item.open)
    }
}
