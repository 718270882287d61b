import DjetJSON
import DjetTestSupport
import Testing

@testable import DjetModel

/// The keys, and single values.
@Suite struct SecretKeysTests {
    private let place = SecretPlace(kind: "shop.pay", part: "arguments.card")

    private func keys(_ ids: String...) throws -> SecretKeys { try SecretKeys(textOfKeys(ids)) }

    private func sealed(_ tree: JSONTree, by keys: SecretKeys) throws -> SealedValue {
        try #require(SealedValue(try keys.seal(tree, in: place)))
    }

    @Test(arguments: [JSONTree.text("4111 æ \u{0}"), .word("7.50"), .null, .array([.text("a")]), .object([])])
    func whatIsSealedIsOpened(tree: JSONTree) throws {
        let keys = try keys("a")
        let value = try sealed(tree, by: keys)
        #expect(value.key == "a")
        #expect(try keys.open(value, in: place) == tree)
        #expect(try sealed(tree, by: keys) != value, "the same text looks different each time")
    }

    @Test func theFirstKeyWritesAndAllRead() throws {
        let old = try sealed(.text("4111"), by: keys("old"))
        let both = try keys("new", "old")
        #expect(both.ids == ["new", "old"])
        #expect(try both.open(old, in: place) == .text("4111"))
        let renewed = try #require(SealedValue(try both.renew(old, in: place)))
        #expect(renewed.key == "new")
        #expect(try keys("new").open(renewed, in: place) == .text("4111"))
        #expect(try both.renew(renewed, in: place) == renewed.tree)
    }

    @Test func aMissingKeyIsNamed() throws {
        let value = try sealed(.text("4111"), by: keys("old"))
        let error = #expect(throws: ModelError.self) { try keys("new").open(value, in: place) }
        #expect(error?.message.contains("the key “old”, which this program has not") == true)
        #expect(throws: ModelError.self) { try SecretKeys.none.seal(.null, in: place) }
    }

    @Test(arguments: [
        SecretPlace(kind: "shop.pay", part: "arguments.token"),
        .init(kind: "shop.refund", part: "arguments.card"),
        .init(kind: "shop.pay", part: "reply"),
    ])
    func whatIsMovedCannotBeRead(other: SecretPlace) throws {
        let keys = try keys("a")
        let value = try sealed(.text("4111"), by: keys)
        let error = #expect(throws: ModelError.self) { try keys.open(value, in: other) }
        #expect(error?.message.contains("cannot be decrypted") == true)
    }

    @Test func aReplyIsReadInItsJobAloneAndAnOldOneInAny() throws {
        let (old, new) = try (keys("old"), keys("new", "old"))
        func place(_ job: Int64?) -> SecretPlace { SecretPlace(kind: "shop.pay", part: "reply", job: job) }
        func sealed(_ keys: SecretKeys, _ job: Int64?) throws -> SealedValue {
            try #require(SealedValue(try keys.seal(.text("4111"), in: place(job))))
        }
        let bound = try sealed(old, 7)
        #expect(try old.open(bound, in: place(7)) == .text("4111"))
        for job in [8, nil] as [Int64?] {
            #expect(throws: ModelError.self) { try old.open(bound, in: place(job)) }
        }
        let unbound = try sealed(old, nil)
        #expect(try old.open(unbound, in: place(7)) == .text("4111"))
        let renewed = try #require(SealedValue(try new.renew(unbound, in: place(7))))
        #expect(try new.open(renewed, in: place(7)) == .text("4111"))
        #expect(throws: ModelError.self) { try new.open(renewed, in: place(8)) }
    }

    @Test func whatIsChangedCannotBeRead() throws {
        let keys = try keys("a")
        let value = try sealed(.text("4111"), by: keys)
        for text in ["", "AAAA", String(value.text.reversed()), value.text.lowercased() + "A"] {
            #expect(throws: ModelError.self) { try keys.open(SealedValue(key: "a", text: text), in: place) }
        }
    }

    @Test(arguments: [
        "a", "a:", ":AAAA", "a:AAAA", "a:geheim", "a b:AAAA", "æ:\(textOfKeys(["a"]).dropFirst(2))",
        "\(textOfKeys(["a"])),\(textOfKeys(["a"]))", textOfKeys(["a"]) + " geheim",
    ])
    func wrongKeysAreRefusedAndNotRepeated(text: String) {
        let error = #expect(throws: ModelError.self) { try SecretKeys(text) }
        #expect(error?.message.contains("geheim") == false)
    }

    @Test func aFileHasOneALine() throws {
        let keys = try SecretKeys("\n\(textOfKeys(["a"]))\r\n\(textOfKeys(["b"]))\n\n")
        #expect(keys.ids == ["a", "b"])
        #expect(try SecretKeys(" \n").ids.isEmpty)
    }
}
