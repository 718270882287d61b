import DjetModel

struct WriteLetter: ModelFunction {
    static let name = "write-letter"
    struct Output: Codable {
        var letter: File
        var total: Int
    }

    func run(in model: Model) async throws -> Output {
        let letter = try await model.storeFile(name: "letter.txt", mimeType: "text/plain") {
            try await $0.write("Dear Ada\n")
        }
        return Output(letter: letter, total: 1)
    }
}
