import DjetJSON
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@Suite struct SchemaArgumentsTests {
    enum Target: Codable { case pdf(pages: Int), plain }

    struct Convert: Codable {
        var file: File
        var to: Target
    }

    final class Chain: Codable {
        var name: String
        var file: File?
        var next: Chain?
    }

    static let holder = Schema.object([.init("file", .file)])

    @Test(arguments: [
        (Schema.of(Convert.self), #"{"file":FILE,"to":{"plain":{}}}"#, "file"),
        (Schema.of(Chain.self), #"{"name":"a","next":{"name":"b","file":FILE}}"#, "next.file"),
        (Schema.array(.nullable(holder)), #"[null,{"file":FILE}]"#, "[1].file"),
        (Schema.dictionary(.nullable(holder)), #"{"a":null,"b":{"file":FILE}}"#, "b.file"),
        (Schema.array(.array(.any)), #"[[1,"x",FILE]]"#, "[0][2]"),
        (Schema.any, #"{"a":[[FILE]]}"#, "a[0][0]"),
    ])
    func aFileOfSomebodyElseIsRefusedWhereverItStands(
        schema: Schema, text: String, field: String
    ) async throws {
        try await withDatabase { database in
            let model = database.model()
            let ann = model.acting(as: "ann")
            let file = try await ann.storeFile(name: "a", mimeType: "text/plain") { try await $0.write("a") }
            let tree = try JSONReader.tree(of: text.replacing("FILE", with: file.tree.compact))
            let errors = await #expect(throws: FieldErrors.self) {
                try await schema.arguments(from: tree, in: model.acting(as: "bob"))
            }
            #expect(errors?.errors.map(\.field) == [field])
            let own = try await schema.arguments(from: tree, in: ann)
            #expect(own == tree)
        }
    }

    @Test(arguments: [
        #""\u0066ile":FILE"#, #""file":FILE.0"#, #""file":"FILE","file":FILE"#, #""file":FILE,"file":"FILE""#,
    ])
    func aFileOfSomebodyElseCannotBeHidden(number: String) async throws {
        try await withDatabase { database in
            let model = database.model()
            let file = try await model.acting(as: "ann").storeFile(name: "a", mimeType: "text/plain") { _ in }
            let member = number.replacing("FILE", with: "\(file.id)")
            let tree = try JSONReader.tree(of: #"{\#(member),"name":"a","mimeType":"text/plain","size":0}"#)
            await #expect(throws: FieldErrors.self) {
                try await Schema.any.arguments(from: tree, in: model.acting(as: "bob"))
            }
        }
    }

    @Test func whatIsNoFileStaysAsItIs() async throws {
        try await withDatabase { database in
            let text = #"{"file":"a.txt","name":"a","mimeType":"b","size":1,"of":[{"file":7}]}"#
            let tree = try JSONReader.tree(of: text)
            let arguments = try await Schema.any.arguments(from: tree, in: database.model())
            #expect(arguments == tree)
        }
    }
}
