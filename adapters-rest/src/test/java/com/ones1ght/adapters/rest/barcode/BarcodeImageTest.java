package com.ones1ght.adapters.rest.barcode;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.ones1ght.domain.barcode.Ean13;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarcodeImageTest {

    @ParameterizedTest
    @ValueSource(strings = {"4906028184943", "8801234567893", "9999999999994", "5901234123457", "4006381333931"})
    void pictureScansToTheSameDigits(String digits) throws IOException, NotFoundException {
        byte[] png = BarcodeImage.png(new Ean13(digits));
        assertThat(scan(png)).isEqualTo(digits);
    }

    @Test
    void codeThatBeginsWithZeroScansAsTheUpcAThatItAlsoIs() throws IOException, NotFoundException {
        assertThat(scan(BarcodeImage.png(new Ean13("0012345678905")))).isEqualTo("012345678905");
    }

    @Test
    void pictureHasQuietZonesOfElevenModulesOnEitherSide() throws IOException {
        BufferedImage image = read(BarcodeImage.png(new Ean13("4906028184943")));
        assertThat(image.getWidth()).isEqualTo(117 * 3);
        assertThat(image.getRGB(32, 75) & 0xffffff).isEqualTo(0xffffff);
        assertThat(image.getRGB(33, 75) & 0xffffff).isZero();
        assertThat(image.getRGB(33 + 95 * 3 - 1, 75) & 0xffffff).isZero();
        assertThat(image.getRGB(33 + 95 * 3, 75) & 0xffffff).isEqualTo(0xffffff);
    }

    private static String scan(byte[] png) throws IOException, NotFoundException {
        BufferedImage image = read(png);
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        RGBLuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new MultiFormatReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
