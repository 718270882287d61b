import DjetModel
import Foundation

extension Letter {
    /// Creates the letter of a reminder.
    init(_ reminder: Reminder, seller: Seller?) {
        func money(_ amount: Decimal) -> String { Written.money("\(amount)") }
        var sums = [("Overdue", money(reminder.total))]
        if reminder.credit > 0 { sums.append(("Your credit", money(reminder.credit))) }
        if let fee = reminder.fee { sums.append(("Fee", money(fee))) }
        sums.append(("To pay", money(reminder.toPay)))
        self.init(
            heading: reminder.title, day: reminder.day, from: seller,
            to: reminder.name ?? reminder.customer, at: reminder.address,
            facts: [
                ("Date", reminder.day.description), ("Letter", "\(reminder.id)"),
                ("Customer", reminder.customer),
            ],
            text: reminder.text,
            columns: ["Invoice", "Day", "Due", "Overdue days", "Amount", "Open"], figures: [3, 4, 5],
            rows: reminder.items.map { item in
                [
                    "\(item.number)", item.day.description, item.dueOn.description,
                    Written.number("\(item.overdueDays)"), money(item.amount), money(item.open),
                ]
            },
            sums: sums, notes: seller?.iban.map { ["Please pay to \($0)"] } ?? [])
    }
}
