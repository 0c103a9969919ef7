// Walks through the demo with a browser and takes pictures. Started by make, which says how.
import { writeFileSync } from "node:fs";
import { chromium } from "../../tests/Browser.Tests/bin/Debug/net10.0/.playwright/package/index.mjs";

const [address, email, password, executablePath, certificatePath] = process.argv.slice(2);
const here = new URL(".", import.meta.url);
const widths = { wide: 1280, narrow: 390 };

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
try {
  const context = await browser.newContext({ baseURL: address, colorScheme: "light", locale: "en-US", reducedMotion: "reduce" });
  const page = await context.newPage();
  const take = async (name) => {
    for (const [form, width] of Object.entries(widths)) {
      await page.setViewportSize({ width, height: form === "wide" ? 800 : 844 });
      await page.evaluate(() => {
        document.activeElement?.blur();
        scrollTo(0, 0);
      });
      await page.screenshot({ path: new URL(`${name}-${form}.png`, here).pathname });
    }

    await page.setViewportSize({ width: widths.wide, height: 800 });
  };

  await page.goto("/sign-in");
  await page.locator("#email").fill(email);
  await page.locator("#password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => url.pathname === "/");
  await take("dashboard");

  await page.goto("/claim?select=all");
  await take("claim");
  await page.getByRole("button", { name: /^Claim \d/ }).click();
  await page.getByRole("button", { name: /^Generate certificate/ }).click();
  await page.waitForURL("**/evaluation");
  const claim = page.url().replace(/\/evaluation$/, "");
  await page.goto(`${claim}/success`);
  await take("success");

  // Loads again by itself while the paper is made; here it is asked for until it is there.
  for (let attempt = 0; attempt < 30; attempt++) {
    const answer = await context.request.get(`${claim}/certificates.pdf`);
    if (answer.headers()["content-type"] === "application/pdf") {
      writeFileSync(certificatePath, await answer.body());
      break;
    }

    await page.waitForTimeout(1_000);
  }
} finally {
  await browser.close();
}
