import DjetModel

/// A `.detached` errand with a secret argument, which happens at least once.
struct Letter: Errand {
    static let name = "chaos.letter"
    static let commit = Commit.detached
    static var secret: Secret { .arguments("text") }
    var number: Int
    var pause: Int
    var text: String

    init(number: Int, pause: Int) {
        (self.number, self.pause, text) = (number, pause, Self.text(of: number))
    }

    private static func text(of number: Int) -> String { "letter \(number)" }

    func run(in model: Model) async throws -> Int {
        guard text == Self.text(of: number) else {
            throw ModelError.conflict("letter \(number) says “\(text)”")
        }
        try await model.leaveDetachedEffect()
        try await dawdle()
        return value
    }
}
