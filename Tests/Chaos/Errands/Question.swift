import DjetModel

/// A `.stepwise` errand that waits for an answer and ends with it, or with -1 if none has come in time. An
/// attempt that breaks off is followed by one that asks again.
struct Question: Errand {
    static let name = "chaos.question"
    static let commit = Commit.stepwise
    static let signal = "answer"
    static var signals: [String: any (Codable & Sendable).Type] { [signal: Int.self] }
    /// The longest wait, which is over before a run that is worked off counts as stuck.
    static let patience = Duration.seconds(8)
    var number: Int
    var pause: Int

    func run(in model: Model) async throws -> Int {
        try await model.step("ask") { model in try await model.leaveEffect(ofStep: "ask") }
        let answer = try await answer(in: model)
        try await model.leave(answer: answer)
        return try await model.step("hear") { model in
            try await model.leaveEffect(ofStep: "hear")
            try await dawdle()
            return answer
        }
    }

    private func answer(in model: Model) async throws -> Int {
        do {
            return try await model.signal(Self.signal, within: Self.patience)
        } catch is SignalTimeout {
            return -1
        }
    }
}
