extension UBL {
    func parties(_ xml: inout XMLWriter) {
        let buyer = document.buyer
        xml.element("cac:AccountingSupplierParty") { xml in
            party(
                seller.name, seller.address, vatId: seller.vatId, registration: seller.registration,
                email: seller.email, &xml)
        }
        xml.element("cac:AccountingCustomerParty") { xml in
            party(buyer.name, buyer.address, vatId: buyer.vatId, email: buyer.email, &xml)
        }
    }

    private func party(
        _ name: String?, _ address: Address?, vatId: String?, registration: String? = nil, email: String?,
        _ xml: inout XMLWriter
    ) {
        xml.element("cac:Party") { xml in
            // EM of the list EAS: the address for e-mail is the one for electronic invoices.
            xml.element("cbc:EndpointID", ["schemeID": "EM"], email)
            if let name { xml.element("cac:PartyName") { $0.element("cbc:Name", name) } }
            self.address("cac:PostalAddress", address, &xml)
            if let vatId, !isOutsideOfTax {
                xml.element("cac:PartyTaxScheme") { xml in
                    xml.element("cbc:CompanyID", vatId)
                    taxScheme(&xml)
                }
            }
            xml.element("cac:PartyLegalEntity") { xml in
                xml.element("cbc:RegistrationName", name)
                xml.element("cbc:CompanyID", registration)
            }
        }
    }

    private func address(_ element: String, _ address: Address?, _ xml: inout XMLWriter) {
        guard let address else { return }
        let lines = address.lines ?? []
        xml.element(element) { xml in
            xml.element("cbc:StreetName", lines.first)
            xml.element("cbc:AdditionalStreetName", lines.dropFirst().first)
            xml.element("cbc:CityName", address.city)
            xml.element("cbc:PostalZone", address.postcode)
            xml.element("cbc:CountrySubentity", address.region)
            if lines.count > 2 { xml.element("cac:AddressLine") { $0.element("cbc:Line", lines[2]) } }
            xml.element("cac:Country") { $0.element("cbc:IdentificationCode", address.countryCode) }
        }
    }

    /// Writes where the goods went, and when. A supply within the EU needs both (BR-IC-11, BR-IC-12): without
    /// a parcel it counts as delivered on the day of the invoice.
    func delivery(_ xml: inout XMLWriter) {
        let isWithinEU = document.taxes.contains { $0.category == .intraCommunity }
        let day = document.deliveredOn ?? (isWithinEU ? document.issuedOn : nil)
        let known = document.deliveryAddress.flatMap { $0.countryCode == nil ? nil : $0 }
        guard let address = known ?? (isWithinEU ? document.buyer.address : nil) else { return }
        xml.element("cac:Delivery") { xml in
            xml.element("cbc:ActualDeliveryDate", day?.description)
            xml.element("cac:DeliveryLocation") { self.address("cac:Address", address, &$0) }
        }
    }

    func taxScheme(_ xml: inout XMLWriter) {
        xml.element("cac:TaxScheme") { $0.element("cbc:ID", "VAT") }
    }
}
