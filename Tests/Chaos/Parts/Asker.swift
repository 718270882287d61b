import DjetModel
import DjetStore

/// Offloads questions, and answers those of before: some sooner than they are asked, some long after.
struct Asker: Sendable {
    /// The number of questions from which one is drawn to be answered.
    private static let choice = 10

    let model: Model
    let journal: Journal
    let draw: Guarded<ErrandDraw>
    /// The questions that wait for their answers.
    private let unanswered = Guarded<[TicketID]>([])

    init(model: Model, journal: Journal, draw: Guarded<ErrandDraw>) {
        self.model = model
        self.journal = journal
        self.draw = draw
    }

    /// Offloads a question, and answers one. A tenth of all questions is never answered.
    func ask() async throws {
        let question = draw.withLock { $0.make(Question.self) }
        let ticket = try await model.offload(question)
        journal.note(ticket, of: question)
        guard number(below: 10) > 0 else { return }
        unanswered.withLock { $0.append(ticket.id) }
        guard let chosen = drawn() else { return }
        do {
            try await answer(chosen)
        } catch {
            // The answer may have come: it is sent again later.
            unanswered.withLock { $0.append(chosen) }
            throw error
        }
    }

    /// Removes a question of those that wait; nil while they are few.
    private func drawn() -> TicketID? {
        let place = number(below: Self.choice)
        return unanswered.withLock { $0.count < Self.choice ? nil : $0.remove(at: place) }
    }

    /// Answers a question, or lets a job do so, or gives two answers at once.
    private func answer(_ question: TicketID) async throws {
        switch number(below: 4) {
        case 0:
            var errand = draw.withLock { $0.make(Answer.self) }
            errand.question = question
            let ticket = try await model.offload(errand)
            journal.note(ticket, of: errand)
        case 1:
            async let first: Void = send(1, to: question)
            async let second: Void = send(2, to: question)
            _ = try await (first, second)
        default: try await send(1, to: question)
        }
    }

    private func send(_ who: Int, to question: TicketID) async throws {
        let answer = Answer.value(to: question, from: who)
        do {
            try await model.sendSignal(Question.signal, answer, to: question)
            journal.note(.signalled, job: question.number, "\(answer)")
        } catch ModelError.conflict {
            // Another answer was first, or the time is over.
        }
    }

    private func number(below limit: Int) -> Int { draw.withLock { $0.number(below: limit) } }
}
