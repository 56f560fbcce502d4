"""Requests to the API server that a kubeconfig with inline certificates names."""
import base64, http.client, json, re, ssl, tempfile


class ApiServer:
    def __init__(self, kubeconfig):
        text = open(kubeconfig).read()
        self.host = re.search(r'server: "?https://([^",}\s]+)', text).group(1)
        self.tls = ssl.create_default_context()
        self.tls.check_hostname = False
        self.tls.verify_mode = ssl.CERT_NONE
        self.tls.load_cert_chain(self.file(text, "client-certificate-data"), self.file(text, "client-key-data"))

    @staticmethod
    def file(text, field):
        data = re.search(field + r": ([A-Za-z0-9+/=]+)", text).group(1)
        file = tempfile.NamedTemporaryFile(delete=False)
        file.write(base64.b64decode(data))
        file.close()
        return file.name

    def send(self, method, path, body=None, type="application/json", accept="application/json"):
        """Answers (status, warnings, body's bytes)."""
        connection = http.client.HTTPSConnection(self.host, context=self.tls)
        headers = {"Accept": accept}
        if body is not None:
            headers["Content-Type"] = type
        connection.request(method, path, body if isinstance(body, (bytes, type_none)) else body.encode(), headers)
        response = connection.getresponse()
        warnings = [v.split(" ", 2)[2] for k, v in response.getheaders() if k.lower() == "warning"]
        return response.status, [json.loads(w) for w in warnings], response.read()


type_none = type(None)
