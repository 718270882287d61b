import DjetModel
import DjetStore
import Foundation

/// An `.atomic` errand that answers a question: the answer is sent exactly if the errand finishes.
struct Answer: Errand {
    static let name = "chaos.answer"
    var number: Int
    var pause: Int
    var question: TicketID?

    init(number: Int, pause: Int) {
        self.number = number
        self.pause = pause
    }

    /// Returns the answer to a question: its number, and who gives it in the last digit.
    static func value(to question: TicketID, from who: Int) -> Int { Int(question.number) * 10 + who }

    func run(in model: Model) async throws -> Int {
        try await model.leaveEffect()
        if let question { try await answer(question, in: model) }
        try await dawdle()
        return value
    }

    private func answer(_ question: TicketID, in model: Model) async throws {
        let answer = Self.value(to: question, from: 0)
        do {
            try await model.transaction { model in
                try await model.sendSignal(Question.signal, answer, to: question)
                // Rolled back with the signal, if the errand is.
                try await model.database.query(
                    """
                    insert into chaos.said (word, job, process, text)
                    values ('signalled', \(question.number), \(getpid()), \("\(answer)"))
                    """)
            }
        } catch ModelError.conflict {
            // Another answer was first, or the time is over.
        } catch ModelError.unavailable {
            throw Snooze(for: .milliseconds(100))
        }
    }
}
