import DjetModel

/// README's two ways to a function.
func renameTwice(in model: Model) async throws -> [String] {
    let rename = RenameProduct(product: "22423", title: "Regency cakestand, 3 tiers")
    let earlier = try await model.call(rename)  // now
    let ticket = try await model.offload(rename)  // later: a Ticket<String>
    let same = try await ticket.value  // the same type, the same errors
    return [earlier, same]
}
