import DjetModel
import DjetStore
import NIOCore

/// The OpenAPI documents that have been made, one for each set of rights, as long as the tree stays the same.
final class OpenAPIShelf: Sendable {
    /// A document as it goes over the wire.
    struct Document: Sendable {
        let bytes: ByteBuffer
        let tag: String
    }

    fileprivate struct State {
        var tree: Tree?
        /// The making rather than what was made: who comes meanwhile waits for it, too.
        var documents: [[Set<Right>]: Task<Document, any Error>] = [:]
        var made = 0
    }

    /// More different sets of rights than one tree gives: a token may have any part of its user's.
    fileprivate static let most = 64

    private let state = Guarded(State())

    /// How many documents have been made.
    var made: Int { state.withLock(\.made) }

    /// The document for a visitor.
    func document(for visit: Visit) async throws -> Document {
        let rights = visit.tree.nodes.map { visit.rights(at: $0) }
        let making = state.withLock { state -> Task<Document, any Error> in
            state.drop(ifNot: visit.tree)
            if let making = state.documents[rights] { return making }
            let making = Task { try Document(OpenAPIDocument(visit)) }
            state.documents[rights] = making
            state.made += 1
            return making
        }
        do {
            return try await making.value
        } catch {
            state.withLock { if $0.documents[rights] == making { $0.documents[rights] = nil } }
            throw error
        }
    }
}

extension OpenAPIShelf.State {
    /// Forgets all documents if they are of another tree, or too many. The same tree may have been read anew.
    fileprivate mutating func drop(ifNot tree: Tree) {
        if documents.count >= OpenAPIShelf.most || self.tree?.isSame(as: tree) != true { documents = [:] }
        self.tree = tree
    }
}

extension OpenAPIShelf.Document {
    fileprivate init(_ document: OpenAPIDocument) throws {
        bytes = ByteBuffer(string: try JSON.text(of: document.value))
        tag = EntityTag(of: bytes.readableBytesView).description
    }
}
