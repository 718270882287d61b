extension InvoiceDocument {
    /// The advice what to set before EN 16931 allows a UBL file; empty if nothing is missing.
    public var missing: [String] {
        let categories = Set(taxes.map(\.category))
        var missing: [String] = []
        if currency == nil { missing.append("set the shop's currency (sales.set-currency)") }
        if seller == nil { missing.append("set the seller (accounting.set-seller)") }
        if let seller {
            if categories.contains(.outside) {
                if seller.registration == nil {
                    missing.append(
                        """
                        set the seller's registration (accounting.set-seller): the invoice was issued without \
                        tax, and so names no VAT id
                        """)
                }
            } else if seller.vatId == nil {
                missing.append("set the seller's VAT id")
            }
        }
        if buyer.name == nil {
            missing.append(
                buyer.code.map { "set the name of the customer \($0)" } ?? "its order names no customer")
        }
        if buyer.address?.countryCode == nil { missing.append("set the country of the customer's address") }
        if !categories.isDisjoint(with: [.reverseCharge, .intraCommunity]), buyer.vatId == nil {
            missing.append("set the customer's VAT id")
        }
        return missing
    }
}
